package io.ringside.core.kpis;

import java.time.Instant;
import java.time.ZoneId;

/** How long a pane of time is. The ordinals are written to stores: add at the end, never reorder. */
public enum Grain {
    TEN_SECONDS(10_000),
    MINUTE(60_000),
    /** Divides every UTC offset in use, so that panes meet at every zone's midnight. */
    QUARTER_HOUR(900_000),
    /** A local day, as long as its zone's rules make it. */
    DAY(0);

    private final long millis;

    Grain(long millis) {
        this.millis = millis;
    }

    /** The length of a pane in milliseconds; 0 for days, whose length varies. */
    public long millis() {
        return millis;
    }

    /** The first moment of the pane that a moment lies in; both epoch milliseconds. */
    public long paneOf(long at, ZoneId zone) {
        return this == DAY ? startOfDay(at, zone) : Math.floorDiv(at, millis) * millis;
    }

    private static long startOfDay(long at, ZoneId zone) {
        return Instant.ofEpochMilli(at)
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
    }
}
