package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.kpis.WindowPlan.Rolling;

/**
 * States the windows that are still open: the rolling ones, the interval, the one before it, today, and the periods that
 * are longer. Each is stated when it changes, be it by what comes in or by time alone; scopes in which nothing changes cost
 * nothing. A period that has changed is stated when a quarter of an hour begins, an agent's when a day begins: it has as
 * many digits as it has contacts, and nobody sees the last of them move.
 */
final class OpenWindows {
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();

    private final Ledger ledger;
    private final WindowPlan plan;
    private final int periodsByOutcome;
    private final Set<Book> changed = new LinkedHashSet<>();
    private final TreeMap<Long, List<Book>> due = new TreeMap<>();
    private final Map<LocalTime, Positions> positions = new HashMap<>();

    OpenWindows(Ledger ledger, WindowPlan plan) {
        this.ledger = ledger;
        this.plan = plan;
        int bits = 0;
        for (int period = 0; period < plan.periods().size(); period++) {
            bits |= bit(Positions.firstPeriod(plan) + period, Attribution.OUTCOME);
        }
        periodsByOutcome = bits;
    }

    /** Notes that something was counted in a scope at a moment. */
    void changed(Book book, Attribution attribution, long at) {
        changed(book);
        Positions stated = book.positions;
        for (int window = 0; stated != null && window < stated.count(); window++) {
            if (at >= stated.start(window) && at < stated.end(window)) {
                book.unstated |= bit(window, attribution);
            } else if (attribution == Attribution.OUTCOME && isOfBooks(book, stated, window, at)) {
                book.unstated |= bit(window, attribution);
            }
        }
        if (stated != null && at >= stated.firstOfPeriods()) {
            book.unstated |= periods(attribution);
        }
    }

    /** Whether the books of a window look at a moment: from a full quarter on, and ahead of a window that reaches until now. */
    private static boolean isOfBooks(Book book, Positions stated, int window, long at) {
        return book.hasBooks
                && at >= Book.quarterOf(stated.start(window))
                && (at < stated.start(window) || stated.isNow(window));
    }

    /** Notes that a quarter of an hour has left the recent ones, and so every rolling window that it was in. */
    void folded(Book book, long quarter) {
        Positions stated = book.positions;
        for (int window = 0; stated != null && stated.isRolling(window); window++) {
            if (quarter < stated.end(window) && quarter + Grain.QUARTER_HOUR.millis() > stated.start(window)) {
                book.unstated |= bit(window, Attribution.OUTCOME) | bit(window, Attribution.ARRIVAL);
                changed.add(book);
            }
        }
    }

    /** Notes that something of a scope is to be looked at. */
    void changed(Book book) {
        if (!book.changed) {
            book.changed = true;
            changed.add(book);
        }
    }

    /** Notes that all of a scope is to be told, as after a restart: what was told of it before is not known. */
    void restored(Book book) {
        changed(book);
        book.unstated = -1;
    }

    /** Notes that the windows of a scope are judged by something else now: each that is shown is to be stated. */
    void judgedAnew(Book book) {
        changed(book);
        book.judgedAnew = true;
    }

    /** Moves the windows of all scopes on that anything changes in, and states those that changed. */
    void state(long asOf, Consumer<Scope> told, Consumer<WindowTally> out) {
        positions.clear();
        while (!due.isEmpty() && due.firstKey() <= asOf) {
            Map.Entry<Long, List<Book>> first = due.pollFirstEntry();
            first.getValue().stream()
                    .filter(book -> book.dueAt == first.getKey())
                    .forEach(changed::add);
        }
        changed.forEach(book -> state(book, asOf, told, out));
        changed.clear();
    }

    private void state(Book book, long asOf, Consumer<Scope> told, Consumer<WindowTally> out) {
        Positions now = positions.computeIfAbsent(book.time, time -> new Positions(plan, time, asOf));
        Positions before = book.positions;
        book.positions = now;
        if (book.changed) {
            told.accept(book.scope);
        }
        Optional<Live> live = Optional.of(book.live());
        boolean allNow = book.opening.comeTo(asOf) || book.liveChanged || book.hasWaiting();
        boolean withPeriods = book.judgedAnew || turn(book, now) != turn(book, before);
        for (Attribution attribution : ATTRIBUTIONS) {
            Sums sums = new Sums(ledger, book, now, attribution);
            for (int window = 0; window < (withPeriods ? now.all() : now.count()); window++) {
                boolean isNow = now.isNow(window);
                if ((allNow && isNow)
                        || (book.unstated & bit(window, attribution)) != 0
                        || (book.judgedAnew
                                && (book.isShownEmpty() || !sums.of(window).isZero()))
                        || changes(book, before, now, window, attribution, sums)) {
                    out.accept(tally(book, now, window, attribution, isNow ? live : Optional.empty(), sums));
                }
            }
        }
        book.unstated = withPeriods ? 0 : book.unstated & (periods(Attribution.OUTCOME) | periods(Attribution.ARRIVAL));
        book.changed = false;
        book.judgedAnew = false;
        book.liveChanged = false;
        schedule(book);
    }

    /** When a scope's periods were to be stated last. */
    private static long turn(Book book, Positions at) {
        if (at == null) {
            return Long.MIN_VALUE;
        }
        return book.isShownEmpty() ? Book.quarterOf(at.asOf) : at.day();
    }

    /**
     * Whether a window changes as it comes to stand where it stands now. What a rolling one jumps over, entering and leaving at once, changes who
     * waited at its ends.
     */
    private boolean changes(
            Book book, Positions before, Positions now, int window, Attribution attribution, Sums sums) {
        if (before == null) {
            return book.isShownEmpty() || !sums.of(window).isZero();
        } else if (before.start(window) == now.start(window) && before.end(window) == now.end(window)) {
            return false;
        } else if (now.isRolling(window)) {
            return book.firstFrom(attribution, before.start(window)) < now.start(window)
                    || book.firstFrom(attribution, before.end(window)) < now.end(window);
        }
        return book.isShownEmpty()
                || !sums.of(window).isZero()
                || !new Sums(ledger, book, before, attribution).of(window).isZero();
    }

    /** Arranges for the next moment at which time alone changes a window. */
    private void schedule(Book book) {
        Positions now = book.positions;
        long next = book.isShownEmpty() || book.lastSeen >= Book.quarterOf(now.first())
                ? now.intervalEnd()
                : Long.MAX_VALUE;
        next = Math.min(next, Math.min(nextOfPeriods(book, now), book.opening.until()));
        for (int window = 0; now.isRolling(window); window++) {
            for (Attribution attribution : ATTRIBUTIONS) {
                next = Math.min(next, nextChange(book, now, window, attribution));
            }
        }
        // How long the oldest has waited changes with every moment.
        book.dueAt = book.hasWaiting() ? now.asOf + 1 : next;
        if (book.dueAt != Long.MAX_VALUE) {
            due.computeIfAbsent(book.dueAt, at -> new ArrayList<>()).add(book);
        }
    }

    /** When periods that have changed are stated, or else the first of those that say anything ends. */
    private static long nextOfPeriods(Book book, Positions now) {
        if (book.unstated != 0) {
            return book.isShownEmpty() ? Book.quarterOf(now.asOf) + Grain.QUARTER_HOUR.millis() : now.dayEnd();
        }
        long next = Long.MAX_VALUE;
        for (int window = now.count(); window < now.all(); window++) {
            next = book.lastSeen >= Book.quarterOf(now.start(window)) ? Math.min(next, now.end(window)) : next;
        }
        return next;
    }

    /** When the first pane of a rolling window leaves it, or the next one enters. */
    private static long nextChange(Book book, Positions now, int window, Attribution attribution) {
        Rolling rolling = now.rolling(window);
        long first = book.firstFrom(attribution, now.start(window));
        if (first == Long.MAX_VALUE) {
            return first;
        }
        long enters = book.firstFrom(attribution, now.end(window));
        return Math.min(rolling.leaves(first), enters == Long.MAX_VALUE ? enters : rolling.enters(enters));
    }

    private WindowTally tally(
            Book book, Positions now, int window, Attribution attribution, Optional<Live> live, Sums sums) {
        return new WindowTally(
                book.scope,
                now.id(window),
                now.start(window),
                now.end(window),
                attribution,
                now.zone(window),
                now.asOf,
                0,
                Optional.empty(),
                live,
                ledger.bookkeeping().of(book, attribution, now.start(window), now.end(window), sums.of(window)),
                book.opening.isOpen(),
                Optional.empty(),
                sums.of(window));
    }

    private static int bit(int window, Attribution attribution) {
        return (attribution == Attribution.OUTCOME ? 1 : 2) << (2 * window);
    }

    private int periods(Attribution attribution) {
        return attribution == Attribution.OUTCOME ? periodsByOutcome : 2 * periodsByOutcome;
    }
}
