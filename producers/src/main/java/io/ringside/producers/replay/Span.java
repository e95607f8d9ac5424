package io.ringside.producers.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far it is from one moment to the next: the next one's time, or how long it took.
 *
 * @param until the time; not mapped where durations are
 * @param lasting the duration; not mapped where times are
 */
record Span(Field<Moment> until, Field<Duration> lasting) {

    boolean isMapped() {
        return until.isMapped() || lasting.isMapped();
    }

    /** When it ended; empty where the row does not say. */
    Optional<Instant> end(Row row, Instant start, WallClock clock) throws UnreadableRow {
        Optional<Duration> duration = lasting.read(row);
        if (duration.isPresent()) {
            return duration.map(start::plus);
        }
        Optional<Moment> moment = until.read(row);
        if (moment.isEmpty()) {
            return Optional.empty();
        }
        Instant end = clock.instant(moment.get(), start);
        if (end.isBefore(start)) {
            throw new UnreadableRow(until.path() + ": is before the moment it follows", end + " < " + start);
        }
        return Optional.of(end);
    }

    Instant requireEnd(Row row, Instant start, WallClock clock) throws UnreadableRow {
        Field<?> mapped = lasting.isMapped() ? lasting : until;
        return end(row, start, clock).orElseThrow(() -> new UnreadableRow(mapped.path() + ": is empty"));
    }
}
