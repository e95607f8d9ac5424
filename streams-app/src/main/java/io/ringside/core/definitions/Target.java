package io.ringside.core.definitions;

/**
 * What a KPI of a scope is to reach.
 *
 * @param goal in the KPI's unit
 * @param warning how near to the goal, on the good side of it, it is at risk; in the KPI's unit, not negative
 * @param minimumVolume below this denominator (or count) there is no status
 */
public record Target(double goal, double warning, long minimumVolume) {
    public Target {
        if (!Double.isFinite(goal) || !(warning >= 0) || minimumVolume < 0) {
            throw new IllegalArgumentException("not a target: " + goal + " ± " + warning + ", from " + minimumVolume);
        }
    }
}
