package io.ringside.core.events;

import java.util.Locale;

/** How a customer reaches the center. */
public enum Channel {
    VOICE,
    CHAT,
    TICKET;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in topics, labels and configuration, for example {@code voice}. */
    public String id() {
        return id;
    }
}
