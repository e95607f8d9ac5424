package io.ringside.producers.simulator;

import java.util.List;

/**
 * A stream of random draws that is the same on every Java version: SplitMix64 (Steele, Lea, Flood 2014) and {@link StrictMath}.
 *
 * <p>Every queue, contact and agent has a stream of its own, so that a change in one place (an agent more, an incident) leaves the draws of all
 * others as they were, and two runs compare the same customers.
 */
final class Chance {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The stream of something that has a name. */
    static Chance of(long seed, String name) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < name.length(); i++) {
            state = mix((state + GOLDEN_GAMMA) ^ name.charAt(i));
        }
        return new Chance(state);
    }

    /** A stream for something that comes out of this one; takes one draw. */
    Chance split() {
        return new Chance(mix(nextLong() ^ GOLDEN_GAMMA));
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform over [0, 1). */
    double unit() {
        return (nextLong() >>> 11) * UNIT;
    }

    boolean happens(double share) {
        return unit() < share;
    }

    /** Uniform over 0 … bound − 1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - unit());
    }

    /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
    double gaussian() {
        return StrictMath.sqrt(2 * exponential()) * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    private static long mix(long z) {
        long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
