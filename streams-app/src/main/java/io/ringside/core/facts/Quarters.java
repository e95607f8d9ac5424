package io.ringside.core.facts;

/** Full quarters of an hour. They divide every UTC offset in use, so that every interval and day begins with one. */
public final class Quarters {
    /** The length of a quarter of an hour, in milliseconds. */
    public static final long MILLIS = 900_000;

    private Quarters() {}

    /** The first full quarter after a moment, both epoch milliseconds. */
    public static long after(long at) {
        return Math.floorDiv(at, MILLIS) * MILLIS + MILLIS;
    }
}
