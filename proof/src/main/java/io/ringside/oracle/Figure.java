package io.ringside.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * A KPI's value; null where there is no data.
 *
 * @param value in the KPI's unit
 * @param numerator what is divided, or the count itself; null for percentiles and the like
 * @param denominator what is divided by, or how many a percentile is taken from; null for counts
 * @param exact whether it must be met to the last digit of a sum; percentiles may be 1 % off
 */
public record Figure(Double value, Double numerator, Double denominator, Precision exact) {

    /** How near a published figure must be. */
    public enum Precision {
        /** Sums and counts are the same, what is divided within rounding. */
        EXACT,
        /** Within 1 %, as documented of percentiles. */
        PERCENT,
        /** Each answer within half a thousandth of a point, as ratings are kept. */
        THOUSANDTHS,
        /** Each agent's time within the ten seconds that are not over yet. */
        TEN_SECONDS,
        /** Agents' time may be as it was some while ago: it goes on though nothing happens. */
        SOME_WHILE_AGO
    }

    static Figure count(long count) {
        return new Figure((double) count, (double) count, null, Precision.EXACT);
    }

    static Figure ratio(long numerator, long denominator) {
        return quotient((double) numerator, (double) denominator);
    }

    static Figure quotient(double numerator, double denominator) {
        return new Figure(denominator == 0 ? null : numerator / denominator, numerator, denominator, Precision.EXACT);
    }

    /** The mean of durations, in seconds. */
    static Figure mean(long millis, long count) {
        return quotient(millis / 1000.0, (double) count);
    }

    Figure within(Precision precision) {
        return new Figure(value, numerator, denominator, precision);
    }

    /** The value that a share of all values does not exceed: by sorting them all; in seconds. */
    static Figure percentile(List<Long> millis, int percent) {
        List<Long> sorted = new ArrayList<>(millis);
        sorted.sort(null);
        int rank = (percent * sorted.size() + 99) / 100;
        return new Figure(
                sorted.isEmpty() ? null : sorted.get(rank - 1) / 1000.0,
                null,
                (double) sorted.size(),
                Precision.PERCENT);
    }

    static Figure largest(List<Long> millis) {
        return percentile(millis, 100);
    }
}
