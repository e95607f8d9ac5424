package io.ringside.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;

import io.ringside.producers.Emitted;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;

/**
 * Events with heartbeats between them, one at each tick of their own time: what tells an app on replay time that time passes, whether
 * something happens or not.
 */
final class Heartbeats implements Iterator<Emitted> {
    private static final String SOURCE = "simulator";

    private final Ahead events;
    private final Duration tick;
    private Instant nextTick;

    /** Begins a tick after {@code start}. A heartbeat says that what comes after it is no earlier. */
    Heartbeats(Iterator<Emitted> events, Instant start, Duration tick) {
        this.events = new Ahead(events);
        this.tick = tick;
        this.nextTick = start.plus(tick);
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Emitted next() {
        return events.isBefore(nextTick) ? events.next() : beat();
    }

    private Emitted beat() {
        Heartbeat heartbeat =
                Heartbeat.newBuilder().setAt(nextTick).setSource(SOURCE).build();
        Emitted beat = new Emitted(Topics.HEARTBEATS, SOURCE, nextTick, heartbeat);
        nextTick = nextTick.plus(tick);
        return beat;
    }
}
