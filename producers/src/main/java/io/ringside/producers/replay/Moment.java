package io.ringside.producers.replay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A time as a cell says it. */
sealed interface Moment {
    /** A time that names its offset, or counts from an epoch. */
    record Exact(Instant at) implements Moment {}

    /** What a clock on the wall of a zone showed. */
    record Local(LocalDateTime at, ZoneId zone) implements Moment {}
}
