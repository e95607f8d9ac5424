package io.ringside.core.kpis;

import java.time.Instant;
import java.time.ZoneId;

/** Where intervals and days begin in a zone. Moments are epoch milliseconds. */
final class LocalTime {
    private final ZoneId zone;
    private final long interval;

    LocalTime(ZoneId zone, long interval) {
        this.zone = zone;
        this.interval = interval;
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * The first moment of the interval that a moment lies in. Where the clock is moved within an interval, as by half an
     * hour on Lord Howe Island, one interval ends and another begins.
     */
    long intervalOf(long at) {
        long start = onTheClock(at);
        return offset(start) == offset(at)
                ? start
                : zone.getRules()
                        .previousTransition(Instant.ofEpochMilli(at + 1))
                        .getInstant()
                        .toEpochMilli();
    }

    /** The first moment after the interval that starts at {@code start}. */
    long intervalAfter(long start) {
        long end = onTheClock(start) + interval;
        return offset(end - 1) == offset(start)
                ? end
                : zone.getRules()
                        .nextTransition(Instant.ofEpochMilli(start))
                        .getInstant()
                        .toEpochMilli();
    }

    /** The moment at which the clock showed the full interval, by the offset that holds at {@code at}. */
    private long onTheClock(long at) {
        long offset = offset(at);
        return Math.floorDiv(at + offset, interval) * interval - offset;
    }

    private long offset(long at) {
        return 1_000L * zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds();
    }

    /** The first moment of the local day that a moment lies in. */
    long dayOf(long at) {
        return Grain.DAY.paneOf(at, zone);
    }

    /** The first moment of the local day after the one that starts at {@code start}. */
    long dayAfter(long start) {
        return Instant.ofEpochMilli(start)
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
    }
}
