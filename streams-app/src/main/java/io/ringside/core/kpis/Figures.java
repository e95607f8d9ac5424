package io.ringside.core.kpis;

import java.util.Arrays;
import java.util.OptionalLong;

import io.ringside.core.facts.Measure;

/**
 * What KPIs are read off: a tally, and what is open. Counts and sums are laid out by measure once, so that the formulas of a
 * scorecard, with some sixty terms, need not search for each. To be laid out again for the next tally; belongs to one thread.
 */
public final class Figures {
    private final long[] slots = new long[Cell.SLOTS];
    private Tally tally = new Tally();
    private Live live = Live.NOTHING;
    private OptionalLong now = OptionalLong.empty();

    /** The figures of a window that has ended. */
    public Figures of(Tally ended) {
        return of(ended, Live.NOTHING, OptionalLong.empty());
    }

    /**
     * The figures of a window.
     *
     * @param now the moment up to which waits still run, epoch milliseconds; empty where the window has ended, and live
     *     parts are left out
     */
    public Figures of(Tally tally, Live live, OptionalLong now) {
        this.tally = tally;
        this.live = live;
        this.now = now;
        Arrays.fill(slots, 0);
        for (int i = 0; i < tally.size(); ) {
            int cell = tally.cellAt(i);
            if (Cell.isBucket(cell)) {
                i = tally.from(Cell.nextMeasure(cell));
            } else {
                slots[Cell.slot(cell)] = tally.valueAt(i++);
            }
        }
        return this;
    }

    /** The count or sum in a slot, see {@link Cell#slot}. */
    long at(int slot) {
        return slots[slot];
    }

    long count(Measure measure) {
        return slots[Cell.slot(Cell.count(measure))];
    }

    Distribution distribution(Measure measure) {
        return tally.distribution(measure);
    }

    Live live() {
        return live;
    }

    OptionalLong now() {
        return now;
    }
}
