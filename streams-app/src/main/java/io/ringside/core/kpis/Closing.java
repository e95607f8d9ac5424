package io.ringside.core.kpis;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;

/**
 * Closes intervals, days and longer periods: each is stated once as final, and once more, as a new revision, whenever something comes
 * in for it later. Moments are epoch milliseconds.
 */
public final class Closing {
    private static final String INTERVAL = "interval";
    private static final String DAY = "day";
    private static final String TOTAL = "total";
    private static final Optional<String> LATE = Optional.of("late event");
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();

    /**
     * An interval, a day or a longer period of a scope.
     *
     * @param window {@code interval}, {@code day}, {@code week}, {@code month} or {@code quarter}
     * @param start its first moment, epoch milliseconds
     */
    public record Closed(Scope scope, String window, long start) {}

    /** What closing remembers: a port that the state stores implement. */
    public interface Memory {
        /** The moment up to which all windows are closed; empty before the first closing. */
        Optional<Long> closedUntil();

        void closedUntil(long moment);

        /** How often a closed window was stated, if this was told: most are stated once, when they close. */
        OptionalInt revision(Closed window);

        void revision(Closed window, int revision);

        /** The closed windows that have changed since they were stated. */
        List<Closed> due();

        void due(Closed window, boolean isDue);

        /** By which plan closed days were added up to longer periods; empty before the first time. */
        Optional<Long> periods();

        void periods(long plan);

        /** The window is kept no longer: how often it was stated does not matter any more. */
        void forget(Closed window);
    }

    private final Ledger ledger;
    private final Memory memory;
    private final WindowPlan plan;
    private final Periods periods;
    private final Set<Closed> due;
    private long closedUntil;
    private long forgottenUntil;
    private long forgottenDaysUntil;

    /** The moment up to which the days of the scope at hand have been added to their periods. */
    private long addedUntil;

    Closing(Ledger ledger, Memory memory, WindowPlan plan, Periods periods) {
        this.ledger = ledger;
        this.memory = memory;
        this.plan = plan;
        this.periods = periods;
        this.closedUntil = memory.closedUntil().orElse(Long.MIN_VALUE);
        this.addedUntil = closedUntil;
        this.due = new LinkedHashSet<>(memory.due());
        this.forgottenUntil = memory.closedUntil()
                .map(until -> forgottenBefore(until, plan.retention().plus(plan.interval())))
                .orElse(Long.MIN_VALUE);
        this.forgottenDaysUntil = memory.closedUntil()
                .map(until -> forgottenBefore(until, plan.dayRetention()))
                .orElse(Long.MIN_VALUE);
    }

    /** Before a restart, at least what was no longer kept when windows were closed last was forgotten; a day to be sure. */
    private static long forgottenBefore(long closed, Duration retention) {
        return Book.quarterOf(closed - retention.plusDays(1).toMillis());
    }

    /** Notes that something is about to be counted at a moment: the windows it lies in change if they are closed. */
    void changes(Book book, long at) {
        if (at >= closedUntil) {
            return;
        }
        long interval = book.time.intervalOf(at);
        if (book.time.intervalAfter(interval) <= closedUntil
                && interval >= plan.keptSince(Grain.QUARTER_HOUR, ledger.asOf())) {
            restateLater(book, new Closed(book.scope, INTERVAL, interval), book.closedFrom);
        }
        long day = book.time.dayOf(at);
        boolean isClosedAnywhere = book.closedFrom != Long.MAX_VALUE;
        if (isClosed(book, day) && day >= plan.keptSince(Grain.DAY, ledger.asOf())) {
            long from = isClosedAnywhere ? book.time.dayOf(book.closedFrom) : Long.MAX_VALUE;
            restateLater(book, new Closed(book.scope, DAY, day), from);
        }
        for (Period period : plan.periods()) {
            if (book.time.periodAfter(period, at) <= closedUntil && periods.isKept(book, period, day, ledger.asOf())) {
                long from = isClosedAnywhere ? book.time.periodOf(period, book.closedFrom) : Long.MAX_VALUE;
                restateLater(book, new Closed(book.scope, period.id(), book.time.periodOf(period, at)), from);
            }
        }
    }

    /** Whether the day that starts at a moment has been closed. */
    boolean isClosed(Book book, long day) {
        return closedUntil != Long.MIN_VALUE && book.time.dayAfter(day) <= closedUntil;
    }

    /** The moment up to which all windows are closed; the least long before the first closing. */
    long closedUntil() {
        return closedUntil;
    }

    /** A restart in between must not lose it. */
    private void restateLater(Book book, Closed window, long closedFrom) {
        if (due.add(window)) {
            memory.due(window, true);
            if (memory.revision(window).isEmpty() && !wasStated(book, window, closedFrom)) {
                memory.revision(window, 0);
            }
        }
    }

    /** Whether a window was stated when it closed: it may have closed before its scope was heard of, or empty. */
    private boolean wasStated(Book book, Closed window, long closedFrom) {
        return window.start >= closedFrom && (book.isShownEmpty() || !isEmpty(book, window));
    }

    private boolean isEmpty(Book book, Closed window) {
        return tally(book, window.window, window.start, Attribution.OUTCOME).isZero()
                && tally(book, window.window, window.start, Attribution.ARRIVAL).isZero();
    }

    /** States changed windows again, then closes all that end until a moment; at the last, what is begun as well. */
    void close(long until, boolean last, Consumer<WindowTally> out) {
        due.forEach(window -> restate(window, out));
        due.clear();
        if (until <= closedUntil || (!last && quarterOf(until) == quarterOf(closedUntil))) {
            return;
        }
        long since = closedUntil;
        long reached = until;
        for (Book book : ledger.books()) {
            if (book.firstSeen != Long.MAX_VALUE) {
                reached = Math.max(reached, closeBook(book, since, until, last, out));
            }
        }
        closedUntil = reached;
        addedUntil = reached;
        memory.closedUntil(reached);
    }

    /** Windows begin and end where quarter hours do: within one, nothing closes. */
    private static long quarterOf(long moment) {
        return Math.floorDiv(moment, Grain.QUARTER_HOUR.millis());
    }

    /** Nobody is told of a window that was empty, was not stated, and is empty still. */
    private void restate(Closed window, Consumer<WindowTally> out) {
        Book book = ledger.book(window.scope);
        memory.due(window, false);
        int stated = memory.revision(window).orElse(1);
        if (stated == 0 && !book.isShownEmpty() && isEmpty(book, window)) {
            memory.forget(window);
            return;
        }
        memory.revision(window, stated + 1);
        Optional<String> cause = stated == 0 ? Optional.empty() : LATE;
        state(book, window.window, window.start, stated + 1, cause, out);
    }

    /** Closes one scope's windows; returns the moment up to which it is closed. */
    private long closeBook(Book book, long since, long until, boolean last, Consumer<WindowTally> out) {
        long interval = book.time.intervalOf(Math.max(book.firstSeen, since));
        if (interval < book.closedFrom) {
            book.closedFrom = interval;
            ledger.keep(book);
        }
        while (last ? interval < until : book.time.intervalAfter(interval) <= until) {
            state(book, INTERVAL, interval, 1, Optional.empty(), out);
            interval = book.time.intervalAfter(interval);
        }
        long day = book.time.dayOf(Math.max(book.firstSeen, since));
        while (last ? day < until : book.time.dayAfter(day) <= until) {
            state(book, DAY, day, 1, Optional.empty(), out);
            periods.addDay(book, day, ledger.asOf());
            closePeriods(book, day, last && book.time.dayAfter(day) >= until, out);
            day = book.time.dayAfter(day);
        }
        if (last && plan.total()) {
            state(book, TOTAL, book.firstSeen, 1, Optional.empty(), out);
        }
        return last ? Math.max(interval, day) : until;
    }

    /** A period closes with its last day; at the last, with the last day that has begun. */
    private void closePeriods(Book book, long day, boolean allThatHaveBegun, Consumer<WindowTally> out) {
        addedUntil = book.time.dayAfter(day);
        for (Period period : plan.periods()) {
            if (allThatHaveBegun || book.time.periodAfter(period, day) == addedUntil) {
                state(book, period.id(), book.time.periodOf(period, day), 1, Optional.empty(), out);
            }
        }
    }

    private void state(
            Book book, String window, long start, int revision, Optional<String> cause, Consumer<WindowTally> out) {
        Tally[] tallies = new Tally[ATTRIBUTIONS.length];
        boolean empty = true;
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = tally(book, window, start, ATTRIBUTIONS[i]);
            empty &= tallies[i].isZero();
        }
        if (revision == 1 && empty && !book.isShownEmpty()) {
            return;
        }
        long end = end(book, window, start);
        for (int i = 0; i < tallies.length; i++) {
            out.accept(new WindowTally(
                    book.scope,
                    window,
                    start,
                    end,
                    ATTRIBUTIONS[i],
                    book.time.zoneOf(start),
                    ledger.asOf(),
                    revision,
                    cause,
                    Optional.empty(),
                    ledger.bookkeeping().of(book, ATTRIBUTIONS[i], start, end, tallies[i]),
                    Optional.empty(),
                    tallies[i]));
        }
    }

    private long end(Book book, String window, long start) {
        return switch (window) {
            case INTERVAL -> book.time.intervalAfter(start);
            case DAY -> book.time.dayAfter(start);
            case TOTAL -> Math.max(ledger.latestEnd(), start + 1);
            default -> book.time.periodAfter(Period.of(window), start);
        };
    }

    private Tally tally(Book book, String window, long start, Attribution attribution) {
        return switch (window) {
            case INTERVAL -> ledger.quarters(book, attribution, start, book.time.intervalAfter(start));
            case DAY -> ledger.day(book, attribution, start);
            case TOTAL -> ledger.totals(book.scope);
            default -> periods.tally(book, attribution, Period.of(window), start, addedUntil);
        };
    }

    /**
     * Removes intervals and days that are no longer kept. Quarter hours stay for an interval longer than they can change,
     * so that an interval is never stated again without its first part.
     */
    void forget(long asOf, Pages kept) {
        long until =
                Book.quarterOf(asOf - plan.retention().plus(plan.interval()).toMillis());
        if (until <= forgottenUntil) {
            return;
        }
        for (Book book : ledger.books()) {
            if (book.firstSeen != Long.MAX_VALUE) {
                forget(book, Math.max(forgottenUntil, book.firstSeen), until, asOf, kept);
            }
        }
        forgottenUntil = until;
        forgottenDaysUntil = asOf - plan.dayRetention().toMillis();
    }

    private void forget(Book book, long from, long until, long asOf, Pages kept) {
        for (long start = from; start < until; start += Grain.QUARTER_HOUR.millis()) {
            forget(kept, new PageKey(book.scope, Grain.QUARTER_HOUR, start));
            memory.forget(new Closed(book.scope, INTERVAL, book.time.intervalOf(start)));
        }
        long days = asOf - plan.dayRetention().toMillis();
        long day = forgottenDaysUntil > book.firstSeen
                ? book.time.dayAfter(forgottenDaysUntil - 1)
                : book.time.dayOf(book.firstSeen);
        for (; day < days; day = book.time.dayAfter(day)) {
            forget(kept, new PageKey(book.scope, Grain.DAY, day));
            memory.forget(new Closed(book.scope, DAY, day));
            periods.forget(book, day, memory);
        }
    }

    private static void forget(Pages kept, PageKey key) {
        if (kept.get(key).isPresent()) {
            kept.remove(key);
        }
    }
}
