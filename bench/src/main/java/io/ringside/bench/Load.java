package io.ringside.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;

import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.producers.simulator.Center;
import io.ringside.producers.simulator.Scenario;
import io.ringside.producers.simulator.Simulation;
import io.ringside.schemas.Topics;

/** Call events of a simulated center, up to now. */
final class Load {
    private final Center center;

    Load(double rate, int queues) {
        Center scaled = Center.berlinAndLisbon().scaled(rate);
        this.center = queues == 0 ? scaled : scaled.withQueues(queues);
    }

    /** Publishes so many call events, the last of which happen now; returns how many were published. */
    long publish(Publisher publisher, Duration history, long events) {
        Instant end = Instant.now();
        Iterator<Emitted> simulation = new Simulation(Scenario.of(center, 42, end.minus(history)), end);
        long published = 0;
        while (published < events && simulation.hasNext()) {
            Emitted event = simulation.next();
            if (event.topic().equals(Topics.CALLS)) {
                publisher.accept(event);
                published++;
            }
        }
        publisher.flush();
        return published;
    }
}
