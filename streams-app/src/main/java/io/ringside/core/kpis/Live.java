package io.ringside.core.kpis;

import java.util.OptionalLong;

/**
 * What is open now in a scope: contacts in queue, chats without a person's first reply, tickets not solved. Parts add
 * up: counts by sum, moments by the earliest.
 */
public record Live(Stock waiting, Stock unanswered, Stock backlog) {
    public static final Live NOTHING = new Live(Stock.EMPTY, Stock.EMPTY, Stock.EMPTY);

    /**
     * How many are open, and since when the oldest of them is.
     *
     * @param oldestSince epoch milliseconds; empty when none is open
     */
    public record Stock(long count, OptionalLong oldestSince) {
        public static final Stock EMPTY = new Stock(0, OptionalLong.empty());

        public Stock {
            if (count < 0 || (count == 0) == oldestSince.isPresent()) {
                throw new IllegalArgumentException("a stock of " + count + " with the oldest " + oldestSince);
            }
        }

        public Stock plus(Stock other) {
            if (other.count == 0) {
                return this;
            }
            if (count == 0) {
                return other;
            }
            return new Stock(
                    count + other.count,
                    OptionalLong.of(Math.min(oldestSince.getAsLong(), other.oldestSince.getAsLong())));
        }
    }

    public Live plus(Live other) {
        return new Live(waiting.plus(other.waiting), unanswered.plus(other.unanswered), backlog.plus(other.backlog));
    }
}
