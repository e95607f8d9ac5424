package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

/**
 * Sums the postings of one scope up: since tallies form a group, a sum does for all of them. It belongs to one thread.
 */
final class GrowingBatch {
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();

    private final Scope scope;
    private final List<Side> sides = List.of(new Side(ATTRIBUTIONS[0]), new Side(ATTRIBUTIONS[1]));
    private final Map<Open, Long> stocks = new HashMap<>(2);
    private final Map<Long, Batch.Level> levels = new HashMap<>(0);

    private record Open(Measure measure, long since) {}

    /** What a pane has come to so far, and why. */
    private static final class Growing {
        private final Tally tally = new Tally();
        private int causes;
    }

    /** The panes of one attribution; the same one is often meant several times running. */
    private static final class Side {
        private final Attribution attribution;
        private final Map<Long, Growing> panes = new HashMap<>(4);
        private long lastStart;
        private Growing last;

        Side(Attribution attribution) {
            this.attribution = attribution;
        }

        Growing pane(long start) {
            if (last == null || lastStart != start) {
                lastStart = start;
                last = panes.computeIfAbsent(start, s -> new Growing());
            }
            return last;
        }
    }

    GrowingBatch(Scope scope) {
        this.scope = scope;
    }

    /**
     * States a fact or takes it back.
     *
     * @param pane the length of the panes, in milliseconds
     */
    void post(Posting posting, long pane) {
        Fact fact = posting.fact();
        if (fact.measure().kind() == Measure.Kind.STOCK) {
            stocks.merge(new Open(fact.measure(), fact.happenedAt()), (long) posting.sign(), GrowingBatch::sum);
            return;
        } else if (fact.measure().kind() == Measure.Kind.LEVEL) {
            add(new Batch.Level(
                    fact.happenedAt(), posting.sign(), posting.cause().bit()));
            return;
        }
        for (Side side : sides) {
            long start = Math.floorDiv(fact.at(side.attribution), pane) * pane;
            Growing growing = side.pane(start);
            growing.tally.count(fact, posting.sign());
            growing.causes |= posting.cause().bit();
        }
    }

    /** Leaves out what cancels out. */
    private static Long sum(Long a, Long b) {
        return a + b == 0 ? null : a + b;
    }

    /** Adds what was counted, but for what is open. */
    void addCounts(Batch batch) {
        batch.panes().forEach(this::add);
        batch.levels().forEach(this::add);
    }

    private void add(Batch.Level level) {
        levels.merge(level.at(), level, Batch.Level::plus);
    }

    private void add(Batch.Pane pane) {
        Growing growing =
                sides.get(pane.attribution() == ATTRIBUTIONS[0] ? 0 : 1).pane(pane.start());
        growing.tally.add(pane.tally());
        growing.causes |= pane.causes();
    }

    /** What it has come to; what cancels out is left out. */
    Batch grown() {
        List<Batch.Pane> panes = new ArrayList<>();
        for (Side side : sides) {
            side.panes.forEach((start, growing) -> {
                if (!growing.tally.isZero()) {
                    panes.add(new Batch.Pane(side.attribution, start, PackedTally.of(growing.tally), growing.causes));
                }
            });
        }
        List<Batch.Stock> open = new ArrayList<>();
        stocks.forEach((stock, count) -> open.add(new Batch.Stock(stock.measure, stock.since, count)));
        List<Batch.Level> waited = new ArrayList<>();
        levels.values().stream().filter(level -> level.count() != 0).forEach(waited::add);
        return new Batch(scope, panes, open, waited);
    }
}
