package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ringside.core.facts.Attribution;

/**
 * Keeps weeks, months and quarters: each is the sum of its days. A day is added to its periods once, when it closes, and
 * what comes late for it is added with it; the days that are still open are added when a period is read. Moments are epoch
 * milliseconds.
 */
final class Periods {
    private final Pages kept;
    private final WindowPlan plan;

    Periods(Pages kept, WindowPlan plan) {
        this.kept = kept;
        this.plan = plan;
    }

    /** Adds a day that has closed, as far as it has been folded; the rest of it comes by {@link #addLate}. */
    void addDay(Book book, long day, long asOf) {
        if (!plan.periods().isEmpty()) {
            kept.get(new PageKey(book.scope, Grain.DAY, day))
                    .ifPresent(page -> addLate(book, day, page.folded(), asOf));
        }
    }

    /** Adds what is folded into a day that has closed before. */
    void addLate(Book book, long day, Folded more, long asOf) {
        for (Period period : plan.periods()) {
            if (isKept(book, period, day, asOf)) {
                PageKey key = new PageKey(book.scope, period.grain(), book.time.periodOf(period, day));
                Page sum = kept.get(key).orElseGet(Page::new);
                sum.add(day == key.start() ? more : more.withLevel(0));
                if (sum.isEmpty()) {
                    kept.remove(key);
                } else {
                    kept.put(key, sum);
                }
            }
        }
    }

    /** How many waited at the first moment of a day that is kept no longer, where a period begins with it. */
    long level(Book book, long day) {
        return plan.periods().stream()
                .filter(period -> book.time.periodOf(period, day) == day)
                .flatMap(period -> kept.get(new PageKey(book.scope, period.grain(), day)).stream())
                .mapToLong(Page::level)
                .findFirst()
                .orElse(0);
    }

    /** Whether the period of a day is kept: as long as its last day is. */
    boolean isKept(Book book, Period period, long day, long asOf) {
        return book.time.dayOf(book.time.periodAfter(period, day) - 1) >= plan.keptSince(Grain.DAY, asOf);
    }

    /**
     * The tally of the period that starts at a moment.
     *
     * @param addedUntil the days before this moment have closed and been added
     */
    Tally tally(Book book, Attribution attribution, Period period, long start, long addedUntil) {
        long end = book.time.periodAfter(period, start);
        Tally sum = new Tally();
        addTo(sum, attribution, new PageKey(book.scope, period.grain(), start));
        if (book.firstSeen <= book.lastSeen) {
            long day = book.time.dayOf(Math.max(start, Math.max(addedUntil, book.firstSeen)));
            for (; day < end && day <= book.lastSeen; day = book.time.dayAfter(day)) {
                addTo(sum, attribution, new PageKey(book.scope, Grain.DAY, day));
            }
        }
        book.addRecent(sum, attribution, start, end);
        return sum;
    }

    private void addTo(Tally sum, Attribution attribution, PageKey key) {
        kept.get(key).ifPresent(page -> page.addTo(sum, attribution));
    }

    /**
     * Adds all closed days up anew where the plan is another than that by which they were added before: other periods, or
     * weeks that begin on another day.
     */
    void followPlan(Ledger ledger, Closing.Memory memory) {
        long stated = plan.weekStart().getValue();
        for (Period period : Period.values()) {
            stated = 2 * stated + (plan.periods().contains(period) ? 1 : 0);
        }
        Optional<Long> before = memory.periods();
        if (before.isEmpty() || before.get() != stated) {
            memory.closedUntil().ifPresent(closedUntil -> addUpAnew(ledger, closedUntil));
            memory.periods(stated);
        }
    }

    private void addUpAnew(Ledger ledger, long closedUntil) {
        List<PageKey> days = new ArrayList<>();
        List<PageKey> sums = new ArrayList<>();
        kept.forEach((key, page) -> {
            if (key.grain() != Grain.QUARTER_HOUR) {
                (key.grain() == Grain.DAY ? days : sums).add(key);
            }
        });
        sums.forEach(kept::remove);
        for (PageKey day : days) {
            Book book = ledger.book(day.scope());
            if (book.time.dayAfter(day.start()) <= closedUntil) {
                addDay(book, day.start(), ledger.asOf());
            }
        }
    }

    /** Removes the periods of which a day is the last, as it is kept no longer. */
    void forget(Book book, long lastDay, Closing.Memory memory) {
        for (Period period : plan.periods()) {
            if (book.time.periodAfter(period, lastDay) == book.time.dayAfter(lastDay)) {
                long start = book.time.periodOf(period, lastDay);
                PageKey key = new PageKey(book.scope, period.grain(), start);
                if (kept.get(key).isPresent()) {
                    kept.remove(key);
                }
                Closing.forget(memory, book.scope, period.id(), start);
            }
        }
    }
}
