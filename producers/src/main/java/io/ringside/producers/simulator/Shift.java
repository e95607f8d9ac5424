package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * A working day, every day, in the time of the team's site.
 *
 * @param length up to a day; who works a whole day never signs off
 */
public record Shift(LocalTime from, Duration length, List<Pause> pauses) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * A planned break. It begins when the contact at hand is done.
     *
     * @param reason for example {@code lunch}
     * @param after how long after the start of the shift, at the earliest
     * @param within how much later at the latest; not everybody goes to lunch at once
     */
    public record Pause(String reason, Duration after, Duration within, Duration length) {
        public Pause {
            Bounds.named("pause", reason);
            Bounds.notNegative("after", after);
            Bounds.notNegative("within", within);
            Bounds.notNegative("length", length);
        }
    }

    public Shift {
        pauses = List.copyOf(pauses);
        if (length.isNegative() || length.isZero() || length.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("length: must be more than 0 h and at most 24 h, was " + length);
        }
    }

    /** Day and night, without a break. */
    public static Shift always() {
        return new Shift(LocalTime.MIDNIGHT, DAY, List.of());
    }

    Shift laterBy(int hours) {
        return new Shift(from.plusHours(hours), length, pauses);
    }

    boolean roundTheClock() {
        return length.equals(DAY);
    }
}
