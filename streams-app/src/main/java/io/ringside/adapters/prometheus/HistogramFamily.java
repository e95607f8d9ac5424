package io.ringside.adapters.prometheus;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import io.ringside.core.facts.Measure;

/** A histogram of durations that ever ended in a scope, by outcome. */
record HistogramFamily(Family family, Measure measure, Ladder ladder, Reach reach) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final Ladder HANDLING =
            Ladder.ofSeconds(30, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, HOUR);
    private static final Ladder REPLIES =
            Ladder.ofSeconds(10, 20, 30, 60, 120, 300, 600, 1800, HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY);
    private static final Ladder SOLUTIONS = Ladder.ofSeconds(
            5 * MINUTE,
            15 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            4 * HOUR,
            8 * HOUR,
            DAY,
            2 * DAY,
            3 * DAY,
            7 * DAY,
            14 * DAY,
            30 * DAY);

    private static final Family ANSWERED_WAIT =
            Family.histogram("ringside_answered_wait_duration_seconds", "Waits of answered queue visits.");
    private static final Family ABANDONED_WAIT = Family.histogram(
            "ringside_abandoned_wait_duration_seconds", "Waits of abandoned queue visits, short abandons left out.");
    private static final Family HANDLED =
            Family.histogram("ringside_handling_duration_seconds", "Talk, hold and wrap-up of agent legs.");
    private static final Family FIRST_RESPONSE = Family.histogram(
            "ringside_first_response_duration_seconds",
            "From the beginning of a chat or ticket to the first reply of a person.");
    private static final Family RESOLUTION = Family.histogram(
            "ringside_resolution_duration_seconds", "From a ticket's creation until it was first solved.");

    /** @param waits the bounds of waits */
    static List<HistogramFamily> all(Collection<Duration> waits) {
        Ladder ladder = Ladder.of(waits);
        return List.of(
                new HistogramFamily(ANSWERED_WAIT, Measure.ANSWERED, ladder, Reach.QUEUES),
                new HistogramFamily(ABANDONED_WAIT, Measure.WAITED_AND_ABANDONED, ladder, Reach.QUEUES),
                new HistogramFamily(HANDLED, Measure.HANDLED, HANDLING, Reach.QUEUES_AND_AGENTS),
                new HistogramFamily(FIRST_RESPONSE, Measure.FIRST_RESPONSE, REPLIES, Reach.CHATS_AND_TICKETS),
                new HistogramFamily(RESOLUTION, Measure.RESOLUTION, SOLUTIONS, Reach.TICKETS));
    }
}
