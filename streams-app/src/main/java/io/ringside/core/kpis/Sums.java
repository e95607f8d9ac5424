package io.ringside.core.kpis;

import io.ringside.core.facts.Attribution;

/**
 * The tallies of a scope's open windows where they stand, worked out once each and as they are asked for. A rolling
 * window is the shorter one before it and what that leaves out on either side.
 */
final class Sums {
    private final Ledger ledger;
    private final Book book;
    private final Positions at;
    private final Attribution attribution;
    private final Tally[] sums;

    Sums(Ledger ledger, Book book, Positions at, Attribution attribution) {
        this.ledger = ledger;
        this.book = book;
        this.at = at;
        this.attribution = attribution;
        this.sums = new Tally[at.all()];
    }

    /** The tally of a window; it stays as it is. */
    Tally of(int window) {
        if (sums[window] == null) {
            sums[window] = sum(window);
        }
        return sums[window];
    }

    private Tally sum(int window) {
        if (at.isDay(window)) {
            return ledger.day(book, attribution, at.start(window));
        } else if (at.isPeriod(window)) {
            return ledger.period(book, attribution, at.period(window), at.start(window));
        } else if (!at.isRolling(window)) {
            return ledger.quarters(book, attribution, at.start(window), at.end(window));
        } else if (window == 0) {
            return book.recent(attribution, at.start(window), at.end(window));
        }
        Tally sum = of(window - 1).copy();
        book.addRecent(sum, attribution, at.start(window), at.start(window - 1));
        book.addRecent(sum, attribution, at.end(window - 1), at.end(window));
        return sum;
    }
}
