package io.ringside.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.LongPredicate;

/**
 * A stretch of time, epoch milliseconds.
 *
 * @param start its first moment
 * @param end the first moment after it
 */
public record Window(long start, long end) {
    /** Clocks of all zones are moved and show full quarters at full quarters of UTC. */
    private static final long QUARTER = 900_000;

    /** Whatever happened. */
    public static final Window ALL_TIME = new Window(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean holds(long at) {
        return start <= at && at < end;
    }

    /** The interval around a moment: it begins when the clock shows so, and whenever the clock is moved. */
    public static Window interval(long at, Duration length, ZoneId zone) {
        return around(at, quarter -> {
            ZonedDateTime now = local(quarter, zone);
            ZonedDateTime before = local(quarter - 1, zone);
            boolean clockIsMoved = !now.getOffset().equals(before.getOffset());
            return clockIsMoved || (now.getHour() * 60 + now.getMinute()) % length.toMinutes() == 0;
        });
    }

    /** The local day around a moment: it begins when the date changes. */
    public static Window day(long at, ZoneId zone) {
        return around(at, quarter -> !local(quarter, zone)
                .toLocalDate()
                .equals(local(quarter - 1, zone).toLocalDate()));
    }

    /** The last so many minutes: until the step of time that has begun is over. */
    public static Window rolling(long asOf, Duration length, Duration step) {
        long end = (asOf / step.toMillis() + 1) * step.toMillis();
        return new Window(end - length.toMillis(), end);
    }

    private static Window around(long at, LongPredicate begins) {
        long start = at / QUARTER * QUARTER;
        while (!begins.test(start)) {
            start -= QUARTER;
        }
        long end = start + QUARTER;
        while (!begins.test(end)) {
            end += QUARTER;
        }
        return new Window(start, end);
    }

    private static ZonedDateTime local(long at, ZoneId zone) {
        return Instant.ofEpochMilli(at).atZone(zone);
    }

    @Override
    public String toString() {
        return Instant.ofEpochMilli(start) + "/" + Instant.ofEpochMilli(end);
    }
}
