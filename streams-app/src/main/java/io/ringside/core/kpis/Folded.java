package io.ringside.core.kpis;

import io.ringside.core.facts.Attribution;

/**
 * All that a page comes to.
 *
 * @param level how many waited at its first moment
 */
record Folded(PackedTally byOutcome, PackedTally byArrival, long level) {

    /** What was counted in one pane. */
    static Folded of(Attribution attribution, PackedTally tally) {
        return attribution == Attribution.OUTCOME
                ? new Folded(tally, PackedTally.ZERO, 0)
                : new Folded(PackedTally.ZERO, tally, 0);
    }

    static Folded ofLevel(long level) {
        return new Folded(PackedTally.ZERO, PackedTally.ZERO, level);
    }

    Folded withLevel(long other) {
        return new Folded(byOutcome, byArrival, other);
    }
}
