package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.List;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Measure;

/**
 * What the postings of one scope add up to, by the pane of time that they fall into.
 *
 * @param levels how many more, or fewer, waited at first moments of quarters of an hour
 */
public record Batch(Scope scope, List<Pane> panes, List<Stock> stocks, List<Level> levels) {
    /** So many panes travel at once: a replay changes months of them, and what carries them has its largest size. */
    static final int MOST_PANES = 100;

    /**
     * What was counted in a pane.
     *
     * @param start the pane's first moment, epoch milliseconds
     * @param causes why it changes what was stated of the pane: a set of {@link io.ringside.core.facts.Cause}s
     */
    public record Pane(Attribution attribution, long start, PackedTally tally, int causes) {}

    /**
     * How many more, or fewer, are open since a moment.
     *
     * @param since epoch milliseconds
     */
    public record Stock(Measure measure, long since, long count) {}

    /**
     * How many more, or fewer, waited at a moment.
     *
     * @param at the first moment of a quarter of an hour, epoch milliseconds
     * @param causes as of a pane
     */
    public record Level(long at, long count, int causes) {}

    /** The same in batches of so many panes at most. */
    List<Batch> cut(int most) {
        if (panes.size() <= most) {
            return List.of(this);
        }
        List<Batch> cut = new ArrayList<>();
        for (int from = 0; from < panes.size(); from += most) {
            List<Pane> some = panes.subList(from, Math.min(panes.size(), from + most));
            boolean first = from == 0;
            cut.add(new Batch(scope, some, first ? stocks : List.of(), first ? levels : List.of()));
        }
        return cut;
    }

    boolean isEmpty() {
        return panes.isEmpty() && stocks.isEmpty() && levels.isEmpty();
    }
}
