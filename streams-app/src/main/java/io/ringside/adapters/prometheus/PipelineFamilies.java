package io.ringside.adapters.prometheus;

import java.util.stream.Stream;

/** What the figures rest on, and how the pipeline itself is. */
final class PipelineFamilies {

    /** The service-level threshold of a queue. */
    static final Family THRESHOLD = Family.gauge(
            "ringside_service_level_threshold_seconds", "Waits up to and with this are in time, per queue.");

    /** The short-abandon limit of a queue. */
    static final Family SHORT_ABANDON = Family.gauge(
            "ringside_short_abandon_limit_seconds",
            "Abandons up to and with this wait are short, per queue; 0 where none is.");

    /** Whether a scope is open. */
    static final Family OPEN = Family.gauge(
            "ringside_open", "1 while the scope is open, 0 while it is closed; absent where no calendar says so.");

    static final Family UNKNOWN_QUEUES = Family.gauge(
                    "ringside_unknown_queues",
                    "Queues that the configuration does not name; the defaults apply to them.")
            .ofPipeline();

    static final Family WATERMARK = Family.gauge(
                    "ringside_watermark_timestamp_seconds",
                    "Everything that happened before is in what this task shows.",
                    "stage",
                    "partition")
            .ofPipeline();

    static final Family LAG = Family.gauge(
                    "ringside_watermark_lag_seconds",
                    "How far behind the clock what this task shows is; not in a replay.",
                    "stage",
                    "partition")
            .ofPipeline();

    static final Family CATCHING_UP = Family.gauge(
                    "ringside_catching_up",
                    "1 while what this task shows is further behind than time.catchingUpAfter, and so not of now.",
                    "stage",
                    "partition")
            .ofPipeline();

    static final Family DEAD_LETTERS = Family.counter(
                    "ringside_dead_letters",
                    "Dead letters by reason: records that could not be counted, and too_late: events of which not all could be.",
                    "reason")
            .ofPipeline();

    static final Family TOO_LATE = Family.counter(
                    "ringside_counts_too_late",
                    "Counts that came when their interval, or even their day, was kept no longer, and why: they are in longer windows only.",
                    "window",
                    "reason")
            .ofPipeline();

    static final Family UNKNOWN_WAITING = Family.counter(
                    "ringside_snapshot_contacts_unknown",
                    "Contacts listed in snapshots of queues of which nothing else is known, once for each snapshot.")
            .ofPipeline();

    static final Family SETTINGS = Family.gauge(
                    "ringside_settings_number",
                    "The number of the last change of settings that is in force; 0 where none was made while running.")
            .ofPipeline();

    static final Family SETTINGS_REFUSED = Family.counter(
                    "ringside_settings_refused", "Changes of settings that were not right, and changed nothing.")
            .ofPipeline();

    private PipelineFamilies() {}

    static Stream<Family> all() {
        return Stream.of(
                THRESHOLD,
                SHORT_ABANDON,
                OPEN,
                UNKNOWN_QUEUES,
                WATERMARK,
                LAG,
                CATCHING_UP,
                DEAD_LETTERS,
                TOO_LATE,
                UNKNOWN_WAITING,
                SETTINGS,
                SETTINGS_REFUSED);
    }
}
