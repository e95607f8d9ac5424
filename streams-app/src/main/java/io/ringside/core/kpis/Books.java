package io.ringside.core.kpis;

import io.ringside.core.facts.Measure;

/**
 * The books of a queue over a window: whoever waited at its start or came in it has left, or waits at its end.
 *
 * <p>How many wait is counted, not worked out from who came and left: at each full quarter of an hour by the visits that
 * wait over it, and now by the visits that are open. Within a quarter of an hour it is the count at its beginning, and
 * what came less what left since.
 */
public record Books(long waitingAtStart, long waitingAtEnd, long residual) {

    /**
     * Closes the books.
     *
     * @param tally what came and left within the window, by outcome
     */
    static Books of(long waitingAtStart, Tally tally, long waitingAtEnd) {
        return new Books(waitingAtStart, waitingAtEnd, waitingAtStart + net(tally) - waitingAtEnd);
    }

    /** How many came less how many left. */
    public static long net(Tally tally) {
        return tally.count(Measure.OFFERED) - left(tally);
    }

    /** How many left: answered, abandoned, or otherwise. */
    public static long left(Tally tally) {
        return tally.count(Measure.ANSWERED) + tally.count(Measure.ABANDONED) + tally.count(Measure.FLOWED_OUT);
    }
}
