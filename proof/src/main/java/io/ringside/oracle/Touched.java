package io.ringside.oracle;

import java.util.EnumSet;
import java.util.Set;

/**
 * A window for which something came.
 *
 * @param causes why its figures are not what they were, if they are not
 * @param possible these, and causes of what adds up to nothing in it, as when a count moves by a minute: they may be named
 */
public record Touched(Scope scope, Window window, boolean byArrival, Set<Cause> causes, Set<Cause> possible) {

    static Touched of(Scope scope, Window window, boolean byArrival) {
        return new Touched(scope, window, byArrival, EnumSet.noneOf(Cause.class), EnumSet.noneOf(Cause.class));
    }

    /** Whether these are named rightly as the causes. */
    public boolean mayBe(Set<Cause> named) {
        return named.containsAll(causes) && possible.containsAll(named);
    }

    /**
     * By arrival: what becomes of those who came in a window comes after it. It is late only if it happened in the window.
     *
     * @param byOutcome the same window by outcome
     */
    void tellOutcomesFrom(Touched byOutcome) {
        boolean late = byOutcome.causes.contains(Cause.LATE_EVENT);
        boolean mayBeLate = byOutcome.possible.contains(Cause.LATE_EVENT);
        if (!late && causes.remove(Cause.LATE_EVENT) && !mayBeLate) {
            causes.add(Cause.OUTCOME);
        }
        if (!late && possible.contains(Cause.LATE_EVENT)) {
            possible.add(Cause.OUTCOME);
        }
        if (!mayBeLate) {
            possible.remove(Cause.LATE_EVENT);
        }
    }
}
