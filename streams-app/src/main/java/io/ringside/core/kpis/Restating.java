package io.ringside.core.kpis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Cause;
import io.ringside.core.kpis.Closing.Closed;

/** States closed windows again that have changed since, with what they were and why. It belongs to one ledger. */
final class Restating {
    private final Ledger ledger;
    private final Closing closing;
    private final Closing.Memory memory;
    private final Map<Closed, Restatement> due;

    Restating(Ledger ledger, Closing closing, Closing.Memory memory) {
        this.ledger = ledger;
        this.closing = closing;
        this.memory = memory;
        this.due = new LinkedHashMap<>(memory.due());
    }

    /** What was stated is kept until it is stated anew; a restart in between must not lose it. */
    void later(Book book, Closed window, long closedFrom, int causes) {
        Restatement known = due.get(window);
        if (known == null) {
            if (isUntouched(window) && !wasStated(book, window, closedFrom)) {
                Closing.BOTH.forEach(attribution -> memory.revision(window.by(attribution), 0));
            }
            Tally tally = closing.tally(book, window.window(), window.start(), window.attribution());
            Optional<Books> books = closing.books(book, window, tally);
            known = new Restatement(
                    0,
                    PackedTally.of(tally),
                    books.map(Books::waitingAtStart).orElse(0L),
                    books.map(Books::waitingAtEnd).orElse(0L));
        }
        if ((known.causes() | causes) != known.causes()) {
            due.put(window, known.and(causes));
            memory.due(window, known.and(causes));
        }
    }

    /** Whether it has not changed in either attribution since it closed. */
    private boolean isUntouched(Closed window) {
        return Closing.BOTH.stream()
                .map(window::by)
                .allMatch(either ->
                        !due.containsKey(either) && memory.revision(either).isEmpty());
    }

    /** Whether a window was stated when it closed: it may have closed before its scope was heard of, or empty. */
    private boolean wasStated(Book book, Closed window, long closedFrom) {
        return window.start() >= closedFrom && (book.isShownEmpty() || !closing.isEmpty(book, window));
    }

    /** States all that is due. */
    void state(Consumer<WindowTally> out) {
        Set<Closed> statedFirst = new HashSet<>();
        due.forEach((window, restatement) -> {
            memory.done(window);
            if (!statedFirst.contains(window)) {
                if (memory.revision(window).orElse(1) == 0) {
                    stateFirst(window, out);
                    Closing.BOTH.forEach(attribution -> statedFirst.add(window.by(attribution)));
                } else {
                    restate(window, restatement, out);
                }
            }
        });
        due.clear();
    }

    /** Nobody is told of a window that was empty, was not stated, and is empty still. */
    private void stateFirst(Closed window, Consumer<WindowTally> out) {
        Book book = ledger.book(window.scope());
        if (!book.isShownEmpty() && closing.isEmpty(book, window)) {
            Closing.BOTH.forEach(attribution -> memory.forget(window.by(attribution)));
            return;
        }
        Closing.BOTH.forEach(attribution -> memory.revision(window.by(attribution), 1));
        closing.state(book, window.window(), window.start(), out);
    }

    /** Nobody is told of a window in which every figure is as it was, though something else may have changed: why somebody was closed, say. */
    private void restate(Closed window, Restatement before, Consumer<WindowTally> out) {
        Book book = ledger.book(window.scope());
        Tally tally = closing.tally(book, window.window(), window.start(), window.attribution());
        Optional<Books> books = closing.books(book, window, tally);
        boolean sameBooks = books.map(now ->
                        now.waitingAtStart() == before.waitingAtStart() && now.waitingAtEnd() == before.waitingAtEnd())
                .orElse(true);
        int stated = memory.revision(window).orElse(1);
        if (sameBooks
                && ScopeKpis.readTheSame(window.scope(), tally, before.tally().unpack())) {
            // That it was stated is remembered: what is in it no longer tells.
            memory.revision(window, stated);
            return;
        }
        int revision = stated + 1;
        memory.revision(window, revision);
        String cause = Cause.text(causes(window, before.causes()));
        out.accept(closing.stated(book, window, revision, Optional.of(cause), Optional.of(before), tally));
    }

    /** What becomes of those who came in a window comes after it; it is late only if it happened in the window. */
    private int causes(Closed window, int causes) {
        Restatement byOutcome = due.get(window.by(Attribution.OUTCOME));
        boolean happenedInIt = byOutcome != null && Cause.LATE_EVENT.isIn(byOutcome.causes());
        return window.attribution() == Attribution.ARRIVAL && Cause.LATE_EVENT.isIn(causes) && !happenedInIt
                ? (causes & ~Cause.LATE_EVENT.bit()) | Cause.OUTCOME.bit()
                : causes;
    }
}
