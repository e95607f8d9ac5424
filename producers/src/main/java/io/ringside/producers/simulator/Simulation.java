package io.ringside.producers.simulator;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.ringside.producers.Emitted;

/**
 * The events of a contact center that exists in the model only, in the order in which they happen.
 *
 * <p>Each {@code next()} lets virtual time run on to the next event, as fast as it can be computed; {@link RealTime} holds it back to real time. Usually there
 * is no end. Not safe for use by several threads.
 */
public final class Simulation implements Iterator<Emitted> {
    private final Operation operation;
    private Emitted next;

    public Simulation(Scenario scenario) {
        operation = new Operation(scenario);
        operation.open();
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            next = operation.journal().take();
            if (next == null && !operation.timeline().step()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Emitted next() {
        if (!hasNext()) {
            throw new NoSuchElementException("nothing happens any more");
        }
        Emitted taken = next;
        next = null;
        return taken;
    }

    /** The events before a moment; what is under way then stays unfinished. */
    public static Stream<Emitted> until(Scenario scenario, Instant end) {
        Spliterator<Emitted> events = Spliterators.spliteratorUnknownSize(
                new Simulation(scenario), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(events, false)
                .takeWhile(event -> event.occurredAt().isBefore(end));
    }
}
