package io.ringside.core.kpis;

import java.util.Locale;

/** What a KPI is measured in. */
public enum Unit {
    COUNT,
    /** 0 to 1. */
    RATIO,
    SECONDS,
    /** 1 to 5. */
    RATING,
    /** Contacts an hour. */
    PER_HOUR,
    /** A moment, in seconds since 1970-01-01T00:00Z. */
    TIMESTAMP;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
