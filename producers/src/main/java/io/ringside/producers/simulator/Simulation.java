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
 * <p>Each {@code next()} lets virtual time run on to the next event, as fast as it can be computed; {@link RealTime} holds it back to real time. Not safe for
 * use by several threads.
 */
public final class Simulation implements Iterator<Emitted> {
    private final Operation operation;
    private final long end;
    private Emitted next;

    /** A simulation without an end. */
    public Simulation(Scenario scenario) {
        this(scenario, Long.MAX_VALUE);
    }

    /** A simulation of what happens before {@code end}; what is under way then stays unfinished. */
    public Simulation(Scenario scenario, Instant end) {
        this(scenario, end.toEpochMilli());
    }

    private Simulation(Scenario scenario, long end) {
        this.end = end;
        operation = new Operation(scenario);
        operation.open();
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            next = operation.journal().take();
            if (next == null && !operation.timeline().stepBefore(end)) {
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

    /** The events before {@code end}, as a stream. */
    public static Stream<Emitted> until(Scenario scenario, Instant end) {
        Spliterator<Emitted> events = Spliterators.spliteratorUnknownSize(
                new Simulation(scenario, end), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(events, false);
    }
}
