package io.ringside.producers.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * What the systems of a center say beside what happens, and what they fail to say.
 *
 * @param snapshotEvery how often they say who waits in each queue of calls or chats, if they do
 * @param lostEnds the share of hang-ups in a queue that are never told
 */
public record Reporting(Optional<Duration> snapshotEvery, double lostEnds) {
    /** All that happens, and nothing else. */
    public static final Reporting EVENTS_ONLY = new Reporting(Optional.empty(), 0);

    public Reporting {
        snapshotEvery.filter(every -> every.toMillis() < 1).ifPresent(every -> {
            throw new IllegalArgumentException("snapshotEvery: must be 1 ms or more, was %s".formatted(every));
        });
        Bounds.share("lostEnds", lostEnds);
    }
}
