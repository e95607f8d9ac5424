package io.ringside.core.kpis;

import java.util.OptionalDouble;

/**
 * What a KPI says of a tally. No data is not zero: without a denominator there is no value.
 *
 * @param value in the KPI's unit
 * @param numerator what the value is a share or mean of; the count itself for counts; empty where nothing adds up, as
 *     for percentiles
 * @param denominator how many the value is of: what the numerator is divided by, or how many a percentile is taken from;
 *     empty for counts
 */
public record Reading(OptionalDouble value, OptionalDouble numerator, OptionalDouble denominator) {
    /** Most KPIs of a quiet window are a share of nothing. */
    private static final Reading OF_NOTHING =
            new Reading(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(0));

    private static final Reading COUNT_OF_NOTHING =
            new Reading(OptionalDouble.of(0), OptionalDouble.of(0), OptionalDouble.empty());

    public static Reading ofCount(double count) {
        return count == 0 ? COUNT_OF_NOTHING : counted(OptionalDouble.of(count));
    }

    private static Reading counted(OptionalDouble count) {
        return new Reading(count, count, OptionalDouble.empty());
    }

    static Reading ofQuotient(double numerator, double denominator) {
        if (numerator == 0 && denominator == 0) {
            return OF_NOTHING;
        }
        return new Reading(
                denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator),
                OptionalDouble.of(numerator),
                OptionalDouble.of(denominator));
    }

    /** Of a value that is one of so many. */
    static Reading ofValue(OptionalDouble value, long among) {
        return new Reading(value, OptionalDouble.empty(), OptionalDouble.of((double) among));
    }
}
