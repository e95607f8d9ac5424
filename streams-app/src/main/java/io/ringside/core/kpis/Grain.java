package io.ringside.core.kpis;

/** How long a pane of time is. The ordinals are written to stores: add at the end, never reorder. */
public enum Grain {
    TEN_SECONDS(10_000),
    MINUTE(60_000),
    /** Divides every UTC offset in use, so that panes meet at every zone's midnight. */
    QUARTER_HOUR(900_000),
    /** A local day, as long as its zone's rules make it. */
    DAY(0),
    WEEK(0),
    MONTH(0),
    /** Three months. */
    QUARTER(0);

    private final long millis;

    Grain(long millis) {
        this.millis = millis;
    }

    /** The length of a pane in milliseconds; 0 for days and longer ones, whose length varies. */
    public long millis() {
        return millis;
    }
}
