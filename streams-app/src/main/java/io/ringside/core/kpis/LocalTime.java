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

    /** The first moment of the interval that a moment lies in. */
    long intervalOf(long at) {
        long offset =
                1_000L * zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds();
        return Math.floorDiv(at + offset, interval) * interval - offset;
    }

    long intervalAfter(long start) {
        return start + interval;
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
