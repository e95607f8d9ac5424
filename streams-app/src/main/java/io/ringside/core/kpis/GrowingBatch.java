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
    private final Scope scope;
    private final Timeline<Growing> byOutcome = new Timeline<>();
    private final Timeline<Growing> byArrival = new Timeline<>();
    private final Timeline<Level> levels = new Timeline<>();
    private Map<Open, Long> stocks = Map.of();

    private record Open(Measure measure, long since) {}

    /** What a pane has come to so far, and why. */
    private static final class Growing {
        private final Tally tally = new Tally();
        private int causes;

        void count(Fact fact, Posting posting) {
            tally.count(fact, posting.sign());
            causes |= posting.cause().bit();
        }

        void add(Tally more, int why) {
            tally.add(more);
            causes |= why;
        }
    }

    /** How many more, or fewer, waited at a moment, and why. */
    private static final class Level {
        private long count;
        private int causes;

        void add(long more, int why) {
            count += more;
            causes |= why;
        }
    }

    GrowingBatch(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /**
     * States a fact or takes it back.
     *
     * @param pane the length of the panes, in milliseconds
     */
    void post(Posting posting, long pane) {
        Fact fact = posting.fact();
        switch (fact.measure().kind()) {
            case STOCK -> open(new Open(fact.measure(), fact.happenedAt()), posting.sign());
            case LEVEL ->
                level(fact.happenedAt()).add(posting.sign(), posting.cause().bit());
            default -> {
                pane(byOutcome, startOf(fact.happenedAt(), pane)).count(fact, posting);
                pane(byArrival, startOf(fact.arrivedAt(), pane)).count(fact, posting);
            }
        }
    }

    private static long startOf(long at, long pane) {
        return Math.floorDiv(at, pane) * pane;
    }

    private static Growing pane(Timeline<Growing> panes, long start) {
        return panes.at(start, at -> new Growing());
    }

    private Level level(long at) {
        return levels.at(at, moment -> new Level());
    }

    /** Leaves out what cancels out. Most scopes never have anything open. */
    private void open(Open open, long more) {
        if (stocks.isEmpty()) {
            stocks = new HashMap<>();
        }
        stocks.merge(open, more, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** Adds what was counted in a pane. */
    void add(Batch.Pane pane, Tally tally) {
        Timeline<Growing> panes = pane.attribution() == Attribution.OUTCOME ? byOutcome : byArrival;
        pane(panes, pane.start()).add(tally, pane.causes());
    }

    void add(Batch.Level level) {
        level(level.at()).add(level.count(), level.causes());
    }

    /** What it has come to, in the order of time; what cancels out is left out. */
    Batch grown() {
        List<Batch.Pane> panes = new ArrayList<>(byOutcome.size() + byArrival.size());
        pack(Attribution.OUTCOME, byOutcome, panes);
        pack(Attribution.ARRIVAL, byArrival, panes);
        List<Batch.Stock> open = new ArrayList<>(stocks.size());
        stocks.forEach((stock, count) -> open.add(new Batch.Stock(stock.measure, stock.since, count)));
        List<Batch.Level> waited = new ArrayList<>(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.value(i);
            if (level.count != 0) {
                waited.add(new Batch.Level(levels.moment(i), level.count, level.causes));
            }
        }
        return new Batch(scope, panes, open, waited);
    }

    private static void pack(Attribution attribution, Timeline<Growing> from, List<Batch.Pane> to) {
        for (int i = 0; i < from.size(); i++) {
            Growing growing = from.value(i);
            if (!growing.tally.isZero()) {
                PackedTally packed = PackedTally.of(growing.tally);
                to.add(new Batch.Pane(attribution, from.moment(i), packed, growing.causes));
            }
        }
    }
}
