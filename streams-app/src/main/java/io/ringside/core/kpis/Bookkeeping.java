package io.ringside.core.kpis;

import java.util.Optional;

import io.ringside.core.facts.Attribution;

/** Closes the books of a scope over its windows. It belongs to one ledger. Moments are epoch milliseconds. */
final class Bookkeeping {
    private final Ledger ledger;
    private final WindowPlan plan;

    Bookkeeping(Ledger ledger, WindowPlan plan) {
        this.ledger = ledger;
        this.plan = plan;
    }

    /**
     * The books of a window.
     *
     * @param tally what was counted in it
     * @return empty by arrival, where nobody waits at the start, and for agents and tickets, which nobody queues for
     */
    Optional<Books> of(Book book, Attribution attribution, long start, long end, Tally tally) {
        if (attribution != Attribution.OUTCOME || !book.hasBooks) {
            return Optional.empty();
        }
        return Optional.of(Books.of(waitingAt(book, start, end, tally), tally, waitingAtEnd(book, end)));
    }

    /** At the window's start: what was counted at the full quarter before, and what came less what left until then. */
    private long waitingAt(Book book, long start, long end, Tally tally) {
        long quarter = Book.quarterOf(start);
        long counted = ledger.level(book, quarter);
        if (quarter == start) {
            return counted;
        }
        long since = 0;
        for (int i = book.pages.from(quarter); i < book.pages.size(); i++) {
            since += book.pages.value(i).net();
        }
        return counted + since - netFrom(book, end) - Books.net(tally);
    }

    /** Past quarters have been counted; until later, it is what is open now, without who came or left after the end. */
    private long waitingAtEnd(Book book, long end) {
        return end <= ledger.pastUntil()
                ? ledger.level(book, end)
                : book.live().waiting().count() - netFrom(book, end);
    }

    /** What came less what left from a moment ahead on: clocks of sources, and other partitions, may be ahead. */
    private long netFrom(Book book, long start) {
        if (start > book.lastSeen + Grain.QUARTER_HOUR.millis()) {
            return 0;
        } else if (!plan.isRecent(Book.quarterOf(start), ledger.asOf())) {
            long end = book.lastSeen + Grain.QUARTER_HOUR.millis();
            return Books.net(ledger.quarters(book, Attribution.OUTCOME, start, end));
        }
        return book.firstFrom(Attribution.OUTCOME, start) == Long.MAX_VALUE
                ? 0
                : Books.net(book.recent(Attribution.OUTCOME, start, Long.MAX_VALUE));
    }
}
