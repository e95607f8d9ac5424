package io.ringside.core.facts;

import java.util.Locale;

/** How counts are placed in time. */
public enum Attribution {
    /** Each count belongs to the moment it happened. */
    OUTCOME,
    /** Each count belongs to the moment its contact arrived. */
    ARRIVAL;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }
}
