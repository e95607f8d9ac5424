package io.ringside.core.kpis;

import java.util.OptionalDouble;

/**
 * What a KPI says of a tally. No data is not zero: without a denominator there is no value.
 *
 * <p>There are some thirty on each scorecard, so it is one object, and what there is none of is NaN within it.
 */
public final class Reading {
    private static final double NONE = Double.NaN;

    /** Most KPIs of a quiet window are a share of nothing. */
    private static final Reading OF_NOTHING = new Reading(NONE, 0, 0);

    private static final Reading COUNT_OF_NOTHING = new Reading(0, 0, NONE);

    private static final Reading ONE_OF_NONE = new Reading(NONE, NONE, 0);

    private final double value;
    private final double numerator;
    private final double denominator;

    private Reading(double value, double numerator, double denominator) {
        this.value = value;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Reading ofCount(double count) {
        return count == 0 ? COUNT_OF_NOTHING : new Reading(count, count, NONE);
    }

    public static Reading ofQuotient(double numerator, double denominator) {
        if (numerator == 0 && denominator == 0) {
            return OF_NOTHING;
        }
        return new Reading(denominator == 0 ? NONE : numerator / denominator, numerator, denominator);
    }

    /** Of a value that is one of so many. */
    public static Reading ofValue(OptionalDouble value, long among) {
        return among == 0 && value.isEmpty() ? ONE_OF_NONE : new Reading(value.orElse(NONE), NONE, among);
    }

    /** The value in the KPI's unit. */
    public OptionalDouble value() {
        return optional(value);
    }

    /** What the value is a share or mean of; the count itself for counts; empty where nothing adds up, as for percentiles. */
    public OptionalDouble numerator() {
        return optional(numerator);
    }

    /**
     * How many the value is of: what the numerator is divided by, or how many a percentile is taken from; empty for
     * counts.
     */
    public OptionalDouble denominator() {
        return optional(denominator);
    }

    public double valueOrNaN() {
        return value;
    }

    public double numeratorOrNaN() {
        return numerator;
    }

    public double denominatorOrNaN() {
        return denominator;
    }

    private static OptionalDouble optional(double figure) {
        return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Reading other
                && Double.compare(value, other.value) == 0
                && Double.compare(numerator, other.numerator) == 0
                && Double.compare(denominator, other.denominator) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(value) + Double.hashCode(numerator)) + Double.hashCode(denominator);
    }

    @Override
    public String toString() {
        return value() + " = " + numerator() + " / " + denominator();
    }
}
