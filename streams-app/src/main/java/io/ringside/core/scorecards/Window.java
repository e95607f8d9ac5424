package io.ringside.core.scorecards;

import java.time.Instant;

/**
 * A stretch of time that a scorecard is about.
 *
 * @param id {@code 5m}, {@code 15m}, {@code 30m}, {@code 60m}, {@code interval}, {@code previous_interval}, {@code
 *     today}, {@code week}, {@code month}, {@code quarter}; in the history {@code interval}, {@code day}, {@code week},
 *     {@code month}, {@code quarter} and {@code total}
 * @param start its first moment
 * @param end the first moment after it
 */
public record Window(String id, Instant start, Instant end) {
    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window ends after it starts: " + id + " " + start + " " + end);
        }
    }
}
