package io.ringside.producers.simulator;

import java.time.Duration;

/**
 * How long something takes: a distribution of durations.
 *
 * @param deviation standard deviation over mean; 0 where the shape is {@code FIXED}, 1 where it is {@code EXPONENTIAL}
 */
public record Span(Shape shape, Duration mean, double deviation) {
    /** The family of a distribution. */
    public enum Shape {
        FIXED,
        EXPONENTIAL,
        LOGNORMAL
    }

    public Span {
        Bounds.notNegative("mean", mean);
        Bounds.notNegative("deviation", deviation);
    }

    public static Span fixed(Duration length) {
        return new Span(Shape.FIXED, length, 0);
    }

    public static Span none() {
        return fixed(Duration.ZERO);
    }

    public static Span exponential(Duration mean) {
        return new Span(Shape.EXPONENTIAL, mean, 1);
    }

    /** Lognormal, the shape that handle times and patience have been found to have in call centers (Brown et al. 2005). */
    public static Span lognormal(Duration mean, double deviation) {
        return new Span(Shape.LOGNORMAL, mean, deviation);
    }

    /** A draw, in milliseconds. */
    long draw(Chance chance) {
        return StrictMath.round(mean.toMillis() * factor(chance));
    }

    private double factor(Chance chance) {
        return switch (shape) {
            case FIXED -> 1;
            case EXPONENTIAL -> chance.exponential();
            case LOGNORMAL -> lognormal(chance);
        };
    }

    /** Mean 1: the logarithm is normal with variance ln(1 + deviation²) and mean −variance / 2. */
    private double lognormal(Chance chance) {
        double variance = StrictMath.log1p(deviation * deviation);
        return StrictMath.exp(StrictMath.sqrt(variance) * chance.gaussian() - variance / 2);
    }
}
