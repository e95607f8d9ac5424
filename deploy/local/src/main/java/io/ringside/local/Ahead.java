package io.ringside.local;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

import io.ringside.producers.Emitted;

/** Events in the order of their time, of which the next one can be looked at before it is taken. */
final class Ahead implements Iterator<Emitted> {
    private final Iterator<Emitted> events;
    private Optional<Emitted> held = Optional.empty();

    Ahead(Iterator<Emitted> events) {
        this.events = events;
    }

    /** Whether there is a next event and it happened before a moment. */
    boolean isBefore(Instant moment) {
        if (held.isEmpty() && events.hasNext()) {
            held = Optional.of(events.next());
        }
        return held.filter(event -> event.occurredAt().isBefore(moment)).isPresent();
    }

    @Override
    public boolean hasNext() {
        return held.isPresent() || events.hasNext();
    }

    @Override
    public Emitted next() {
        Emitted event = held.orElseGet(events::next);
        held = Optional.empty();
        return event;
    }
}
