package io.ringside.core.kpis;

import io.ringside.core.facts.Attribution;

/**
 * Folds what no rolling window needs any more into quarters of an hour, into days, and into all that a scope has come
 * to. It belongs to one ledger. Moments are epoch milliseconds.
 */
final class Folding {
    private final Closing closing;
    private final Archive archive;
    private final Accounts accounts;

    /** What a quarter and a day come to; used again for each. */
    private final Sum quarter = new Sum();

    private final Sum day = new Sum();

    private static final class Sum {
        private final Tally byOutcome = new Tally();
        private final Tally byArrival = new Tally();

        void clear() {
            byOutcome.clear();
            byArrival.clear();
        }

        void add(Page page) {
            page.foldTo(byOutcome, Attribution.OUTCOME);
            page.foldTo(byArrival, Attribution.ARRIVAL);
        }

        void add(Sum other) {
            byOutcome.add(other.byOutcome);
            byArrival.add(other.byArrival);
        }

        Folded folded(long level) {
            return new Folded(PackedTally.of(byOutcome), PackedTally.of(byArrival), level);
        }
    }

    Folding(Closing closing, Archive archive, Accounts accounts) {
        this.closing = closing;
        this.archive = archive;
        this.accounts = accounts;
    }

    /** Folds what comes for a quarter of an hour that is not at hand any more. */
    void late(Book book, long start, Folded folded, long asOf) {
        addQuarter(book, start, folded, asOf);
        long startOfDay = book.time.dayOf(start);
        addDay(book, startOfDay, startOfDay == start ? folded : folded.withLevel(0), asOf);
        accounts.put(book.scope, book.account());
    }

    /**
     * Folds the first pages of a scope, all of a day at once.
     *
     * @param pages how many
     */
    void old(Book book, int pages, long asOf) {
        for (int done = 0; done < pages; ) {
            done = foldDay(book, done, pages, asOf);
        }
        accounts.put(book.scope, book.account());
    }

    /** Folds those of one day; returns the number of the first page after it. */
    private int foldDay(Book book, int from, int to, long asOf) {
        long start = book.time.dayOf(book.pages.moment(from));
        long end = book.time.dayAfter(start);
        long level = 0;
        day.clear();
        int i = from;
        for (; i < to && book.pages.moment(i) < end; i++) {
            Page page = book.pages.value(i);
            quarter.clear();
            quarter.add(page);
            addQuarter(book, book.pages.moment(i), quarter.folded(page.level()), asOf);
            day.add(quarter);
            level += book.pages.moment(i) == start ? page.level() : 0;
        }
        addDay(book, start, day.folded(level), asOf);
        return i;
    }

    private void addQuarter(Book book, long start, Folded folded, long asOf) {
        boolean isClosed = book.time.intervalAfter(book.time.intervalOf(start)) <= closing.closedUntil();
        archive.addQuarter(book, start, folded, isClosed, asOf);
        book.folded(start);
    }

    private void addDay(Book book, long start, Folded folded, long asOf) {
        archive.addDay(book, start, folded, closing.isClosed(book, start), asOf);
        book.settled.add(folded.byOutcome());
    }
}
