package io.ringside.core.kpis;

import java.util.Optional;

import io.ringside.core.facts.Attribution;

/**
 * What is older than the recent pages of a ledger: folded into quarters of an hour, days and longer periods, each as long
 * as it is kept. It belongs to one ledger. Moments are epoch milliseconds.
 */
final class Archive {
    private final Pages kept;
    private final WindowPlan plan;
    private final Periods periods;

    Archive(Pages kept, WindowPlan plan, Periods periods) {
        this.kept = kept;
        this.plan = plan;
        this.periods = periods;
    }

    /**
     * Adds to a quarter of an hour. What has not closed is kept however old it is: time may have come a long way at once, and
     * it is yet to be stated.
     *
     * @param isClosed whether the interval that the quarter lies in has closed
     */
    void addQuarter(Book book, long start, Folded more, boolean isClosed, long asOf) {
        if (!isClosed || start >= plan.quartersSince(asOf)) {
            PageKey key = new PageKey(book.scope, Grain.QUARTER_HOUR, start);
            keep(key, book.hasFolded(start) ? kept.get(key) : Optional.empty(), more);
        }
    }

    /**
     * Adds to a day, and to its periods if the day has been added to them.
     *
     * @param isClosed whether the day has closed: if not, it is kept however old it is
     */
    void addDay(Book book, long start, Folded more, boolean isClosed, long asOf) {
        if (!isClosed || start >= plan.keptSince(Grain.DAY, asOf)) {
            PageKey key = new PageKey(book.scope, Grain.DAY, start);
            keep(key, kept.get(key), more);
        }
        if (isClosed) {
            periods.addLate(book, start, more, asOf);
        }
    }

    private void keep(PageKey key, Optional<Page> known, Folded more) {
        Page page = known.orElseGet(Page::new);
        page.add(more);
        if (page.isEmpty()) {
            kept.remove(key);
        } else {
            kept.put(key, page);
        }
    }

    /** Adds what was folded into the quarter of an hour or the day that starts at a moment to a sum. */
    void addTo(Tally sum, Book book, Grain grain, long start, Attribution attribution) {
        kept.get(new PageKey(book.scope, grain, start)).ifPresent(page -> page.addTo(sum, attribution));
    }

    /** How many waited at a full quarter of an hour. */
    long level(Book book, long quarter) {
        boolean isDay = book.time.dayOf(quarter) == quarter;
        return kept.get(new PageKey(book.scope, isDay ? Grain.DAY : Grain.QUARTER_HOUR, quarter))
                .map(Page::level)
                .orElseGet(() -> isDay ? periods.level(book, quarter) : 0);
    }
}
