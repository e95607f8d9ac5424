package io.ringside.core.scorecards;

import io.ringside.core.definitions.Target;
import io.ringside.core.kpis.Direction;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.Reading;

/** How a KPI stands against its target. */
public enum Status {
    MET,
    /** Met, but within the warning margin of the goal. */
    AT_RISK,
    MISSED,
    /** Nothing to judge, or less than the minimum volume. */
    NO_DATA,
    NO_TARGET;

    /** 0.85 − 0.80 is a little less than 0.05 in binary fractions. */
    private static final double ROUNDING = 1e-9;

    static Status of(Kpi kpi, Reading reading, Target target) {
        double volume = reading.denominator().orElse(reading.numerator().orElse(Double.MAX_VALUE));
        if (reading.value().isEmpty() || volume < target.minimumVolume()) {
            return NO_DATA;
        }
        double ahead = kpi.better() == Direction.LOWER
                ? target.goal() - reading.value().getAsDouble()
                : reading.value().getAsDouble() - target.goal();
        if (ahead < 0) {
            return MISSED;
        }
        return ahead < target.warning() - ROUNDING ? AT_RISK : MET;
    }
}
