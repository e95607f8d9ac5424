package io.ringside.producers.simulator;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How demand goes over a local day, as a factor on its rate.
 *
 * @param hours the factor at each full hour, midnight first; straight lines between them
 */
public record DailyCurve(List<Double> hours) {
    private static final int HOURS = 24;
    private static final double SECONDS_PER_HOUR = 3600;

    public DailyCurve {
        hours = List.copyOf(hours);
        if (hours.size() != HOURS) {
            throw new IllegalArgumentException("hours: must be 24 factors, were %d".formatted(hours.size()));
        }
        hours.forEach(factor -> Bounds.notNegative("hours", factor));
    }

    public static DailyCurve flat() {
        return new DailyCurve(Collections.nCopies(HOURS, 1.0));
    }

    /** The same day, begun so many hours later; fewer than none for earlier. */
    DailyCurve laterBy(int delay) {
        List<Double> later = new ArrayList<>(hours);
        Collections.rotate(later, delay);
        return new DailyCurve(later);
    }

    /** The factor at a time of day. */
    public double at(LocalTime time) {
        double hour = time.toSecondOfDay() / SECONDS_PER_HOUR;
        int before = (int) hour;
        double past = hour - before;
        return hours.get(before) * (1 - past) + hours.get((before + 1) % HOURS) * past;
    }

    /** The highest factor of the day. */
    public double peak() {
        return Collections.max(hours);
    }
}
