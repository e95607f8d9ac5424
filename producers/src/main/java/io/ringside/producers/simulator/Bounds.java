package io.ringside.producers.simulator;

import java.time.Duration;

/** What the numbers of a center may be; every refusal names the value. */
final class Bounds {
    private Bounds() {}

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s: must be within 0 and 1, was %s".formatted(name, value));
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s: must be 0 or more, was %s".formatted(name, value));
        }
    }

    static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("%s: must be 0 s or more, was %s".formatted(name, value));
        }
    }

    static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s: must be 1 or more, was %d".formatted(name, value));
        }
    }

    static void named(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("%s: needs a name".formatted(what));
        }
    }
}
