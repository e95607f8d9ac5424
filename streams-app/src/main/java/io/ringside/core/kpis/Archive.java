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
     * Adds a folded page to its quarter of an hour and its day, and to its periods if the day has been added to them. What
     * has not closed is kept however old it is: time may have come a long way at once, and it is yet to be stated.
     *
     * @param intervalIsClosed whether the interval that the quarter lies in has closed
     * @param dayIsClosed whether the day has
     */
    void add(Book book, long quarter, Page page, boolean intervalIsClosed, boolean dayIsClosed, long asOf) {
        if (!intervalIsClosed || quarter >= plan.quartersSince(asOf)) {
            PageKey key = new PageKey(book.scope, Grain.QUARTER_HOUR, quarter);
            keep(key, book.hasFolded(quarter) ? kept.get(key) : Optional.empty(), page, page.level());
        }
        long day = book.time.dayOf(quarter);
        long levelOfDay = day == quarter ? page.level() : 0;
        if (!dayIsClosed || day >= plan.keptSince(Grain.DAY, asOf)) {
            PageKey key = new PageKey(book.scope, Grain.DAY, day);
            keep(key, kept.get(key), page, levelOfDay);
        }
        if (dayIsClosed) {
            periods.addLate(book, day, page, levelOfDay, asOf);
        }
    }

    private void keep(PageKey key, Optional<Page> known, Page more, long level) {
        Page page = known.orElseGet(Page::new);
        page.addWhole(more);
        page.addLevel(level);
        if (page.isEmpty()) {
            kept.remove(key);
        } else {
            kept.put(key, page);
        }
    }

    /** What was folded into the quarter of an hour or the day that starts at a moment. */
    Tally tally(Book book, Grain grain, long start, Attribution attribution) {
        Tally sum = new Tally();
        kept.get(new PageKey(book.scope, grain, start)).ifPresent(page -> page.addTo(sum, attribution, 0, 1));
        return sum;
    }

    /** How many waited at a full quarter of an hour. */
    long level(Book book, long quarter) {
        boolean isDay = book.time.dayOf(quarter) == quarter;
        return kept.get(new PageKey(book.scope, isDay ? Grain.DAY : Grain.QUARTER_HOUR, quarter))
                .map(Page::level)
                .orElseGet(() -> isDay ? periods.level(book, quarter) : 0);
    }
}
