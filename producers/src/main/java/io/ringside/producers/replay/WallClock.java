package io.ringside.producers.replay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Turns local times into instants, the same way each time, and counts those that a change of the clock made doubtful: a time that was
 * skipped is read as much later as the clock jumped; one that came twice as the first, unless that lies before the moment it follows.
 */
final class WallClock {
    private long skipped;
    private long repeated;

    Instant instant(Moment moment, Instant follows) {
        if (moment instanceof Moment.Local local) {
            return instant(local, follows);
        }
        return ((Moment.Exact) moment).at();
    }

    private Instant instant(Moment.Local local, Instant follows) {
        List<ZoneOffset> offsets = local.zone().getRules().getValidOffsets(local.at());
        ZonedDateTime first = ZonedDateTime.of(local.at(), local.zone());
        if (offsets.size() == 1) {
            return first.toInstant();
        }
        if (offsets.isEmpty()) {
            skipped++;
            return first.toInstant();
        }
        repeated++;
        return first.toInstant().isBefore(follows)
                ? first.withLaterOffsetAtOverlap().toInstant()
                : first.toInstant();
    }

    /** Times that no clock showed. */
    long skipped() {
        return skipped;
    }

    /** Times that the clock showed twice. */
    long repeated() {
        return repeated;
    }
}
