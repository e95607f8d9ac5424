package io.ringside.producers.simulator;

/**
 * How many customers come to a queue of their own accord.
 *
 * @param perHour new contacts an hour where the curve is at 1; repeats come on top
 */
public record Demand(double perHour, DailyCurve curve) {
    public Demand {
        Bounds.notNegative("perHour", perHour);
    }

    Demand laterBy(int hours) {
        return new Demand(perHour, curve.laterBy(hours));
    }

    Demand scaled(double rate) {
        return new Demand(perHour * rate, curve);
    }
}
