package io.ringside.local.score;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** How finely a log is scored. */
enum Grain {
    TOTAL("total", Optional.empty()),
    DAY("day", Optional.empty()),
    HOUR("interval", Optional.of(Duration.ofMinutes(60))),
    HALF_HOUR("interval", Optional.of(Duration.ofMinutes(30)));

    private final String windowId;
    private final Optional<Duration> interval;

    Grain(String windowId, Optional<Duration> interval) {
        this.windowId = windowId;
        this.interval = interval;
    }

    /** Window by window, and queue by queue in each; the one window over everything begins for each queue when its log does. */
    Comparator<ScoreRow> order() {
        return this == TOTAL
                ? ScoreRow.BY_QUEUE
                : Comparator.comparing(ScoreRow::start).thenComparing(ScoreRow.BY_QUEUE);
    }

    /** The id of its windows in the history of scorecards. */
    String windowId() {
        return windowId;
    }

    /** How long an interval must be for it; empty where intervals play no part. */
    Optional<Duration> interval() {
        return interval;
    }
}
