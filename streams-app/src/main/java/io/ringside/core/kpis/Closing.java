package io.ringside.core.kpis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;

/**
 * Closes intervals, days and longer periods: each is stated once as final, and once more, as a new revision, whenever something comes
 * in for it later. Moments are epoch milliseconds.
 */
public final class Closing {
    static final List<Attribution> BOTH = List.of(Attribution.values());
    private static final String INTERVAL = "interval";
    private static final String DAY = "day";
    private static final String TOTAL = "total";
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();

    /**
     * An interval, a day or a longer period of a scope.
     *
     * @param window {@code interval}, {@code day}, {@code week}, {@code month} or {@code quarter}
     * @param start its first moment, epoch milliseconds
     */
    public record Closed(Scope scope, String window, long start, Attribution attribution) {
        Closed by(Attribution other) {
            return new Closed(scope, window, start, other);
        }
    }

    /** What closing remembers: a port that the state stores implement. */
    public interface Memory {
        /** The moment up to which all windows are closed; empty before the first closing. */
        Optional<Long> closedUntil();

        void closedUntil(long moment);

        /** How often a closed window was stated, if this was told: most are stated once, when they close. */
        OptionalInt revision(Closed window);

        void revision(Closed window, int revision);

        /** The closed windows that have changed since they were stated. */
        Map<Closed, Restatement> due();

        void due(Closed window, Restatement restatement);

        /** It was stated again. */
        void done(Closed window);

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
    private final Restating restating;
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
        this.restating = new Restating(ledger, this, memory);
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
    void changes(Book book, Attribution attribution, long at, int causes) {
        if (at >= closedUntil) {
            return;
        }
        long interval = book.time.intervalOf(at);
        if (book.time.intervalAfter(interval) <= closedUntil
                && Book.quarterOf(at) >= plan.keptSince(Grain.QUARTER_HOUR, ledger.asOf())) {
            restating.later(book, new Closed(book.scope, INTERVAL, interval, attribution), book.closedFrom, causes);
        }
        long day = book.time.dayOf(at);
        boolean isClosedAnywhere = book.closedFrom != Long.MAX_VALUE;
        if (isClosed(book, day) && day >= plan.keptSince(Grain.DAY, ledger.asOf())) {
            long from = isClosedAnywhere ? book.time.dayOf(book.closedFrom) : Long.MAX_VALUE;
            restating.later(book, new Closed(book.scope, DAY, day, attribution), from, causes);
        }
        for (Period period : plan.periods()) {
            if (book.time.periodAfter(period, at) <= closedUntil && periods.isKept(book, period, day, ledger.asOf())) {
                long from = isClosedAnywhere ? book.time.periodOf(period, book.closedFrom) : Long.MAX_VALUE;
                long start = book.time.periodOf(period, at);
                restating.later(book, new Closed(book.scope, period.id(), start, attribution), from, causes);
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

    Optional<Books> books(Book book, Closed window, Tally tally) {
        long end = end(book, window.window, window.start);
        return ledger.bookkeeping().of(book, window.attribution, window.start, end, tally);
    }

    boolean isEmpty(Book book, Closed window) {
        return tally(book, window.window, window.start, Attribution.OUTCOME).isZero()
                && tally(book, window.window, window.start, Attribution.ARRIVAL).isZero();
    }

    /** States changed windows again, then closes all that end until a moment; at the last, what is begun as well. */
    void close(long until, boolean last, Consumer<WindowTally> out) {
        restating.state(out);
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

    /** Closes one scope's windows; returns the moment up to which it is closed. */
    private long closeBook(Book book, long since, long until, boolean last, Consumer<WindowTally> out) {
        long interval = book.time.intervalOf(Math.max(book.firstSeen, since));
        if (interval < book.closedFrom) {
            book.closedFrom = interval;
            ledger.keep(book);
        }
        while (last ? interval < until : book.time.intervalAfter(interval) <= until) {
            state(book, INTERVAL, interval, out);
            interval = book.time.intervalAfter(interval);
        }
        long day = book.time.dayOf(Math.max(book.firstSeen, since));
        while (last ? day < until : book.time.dayAfter(day) <= until) {
            state(book, DAY, day, out);
            periods.addDay(book, day, ledger.asOf());
            closePeriods(book, day, last && book.time.dayAfter(day) >= until, out);
            day = book.time.dayAfter(day);
        }
        if (last && plan.total()) {
            state(book, TOTAL, book.firstSeen, out);
        }
        return last ? Math.max(interval, day) : until;
    }

    /** A period closes with its last day; at the last, with the last day that has begun. */
    private void closePeriods(Book book, long day, boolean allThatHaveBegun, Consumer<WindowTally> out) {
        addedUntil = book.time.dayAfter(day);
        for (Period period : plan.periods()) {
            if (allThatHaveBegun || book.time.periodAfter(period, day) == addedUntil) {
                state(book, period.id(), book.time.periodOf(period, day), out);
            }
        }
    }

    /** States a window for the first time. */
    void state(Book book, String window, long start, Consumer<WindowTally> out) {
        Tally[] tallies = new Tally[ATTRIBUTIONS.length];
        boolean empty = true;
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = tally(book, window, start, ATTRIBUTIONS[i]);
            empty &= tallies[i].isZero();
        }
        if (empty && !book.isShownEmpty()) {
            return;
        }
        for (int i = 0; i < tallies.length; i++) {
            Closed closed = new Closed(book.scope, window, start, ATTRIBUTIONS[i]);
            out.accept(stated(book, closed, 1, Optional.empty(), Optional.empty(), tallies[i]));
        }
    }

    WindowTally stated(
            Book book, Closed window, int revision, Optional<String> cause, Optional<Restatement> before, Tally tally) {
        return new WindowTally(
                book.scope,
                window.window,
                window.start,
                end(book, window.window, window.start),
                window.attribution,
                book.time.zoneOf(window.start),
                ledger.asOf(),
                revision,
                cause,
                Optional.empty(),
                books(book, window, tally),
                Optional.empty(),
                before,
                tally);
    }

    private long end(Book book, String window, long start) {
        return switch (window) {
            case INTERVAL -> book.time.intervalAfter(start);
            case DAY -> book.time.dayAfter(start);
            case TOTAL -> Math.max(ledger.latestEnd(), start + 1);
            default -> book.time.periodAfter(Period.of(window), start);
        };
    }

    Tally tally(Book book, String window, long start, Attribution attribution) {
        return switch (window) {
            case INTERVAL -> ledger.quarters(book, attribution, start, book.time.intervalAfter(start));
            case DAY -> ledger.day(book, attribution, start);
            case TOTAL -> ledger.totals(book.scope);
            default -> periods.tally(book, attribution, Period.of(window), start, addedUntil);
        };
    }

    /** Removes intervals and days that are no longer kept. */
    void forget(long asOf, Pages kept) {
        long until = plan.quartersSince(asOf);
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
            forget(memory, book.scope, INTERVAL, book.time.intervalOf(start));
        }
        long days = asOf - plan.dayRetention().toMillis();
        long day = forgottenDaysUntil > book.firstSeen
                ? book.time.dayAfter(forgottenDaysUntil - 1)
                : book.time.dayOf(book.firstSeen);
        for (; day < days; day = book.time.dayAfter(day)) {
            forget(kept, new PageKey(book.scope, Grain.DAY, day));
            forget(memory, book.scope, DAY, day);
            periods.forget(book, day, memory);
        }
    }

    static void forget(Memory memory, Scope scope, String window, long start) {
        BOTH.forEach(attribution -> memory.forget(new Closed(scope, window, start, attribution)));
    }

    private static void forget(Pages kept, PageKey key) {
        if (kept.get(key).isPresent()) {
            kept.remove(key);
        }
    }
}
