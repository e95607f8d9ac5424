package io.ringside.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.producers.simulator.RealTime;
import io.ringside.producers.simulator.Scenario;
import io.ringside.producers.simulator.Simulation;
import io.ringside.schemas.events.Heartbeat;

/**
 * A simulated center whose events go to Kafka as they happen.
 *
 * <p>When its time runs faster or slower than the clock on the wall, heartbeats go along: the app then has to be on replay time.
 */
final class SimulatedCenter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCenter.class);
    private static final Duration TICK_ON_THE_WALL = Duration.ofMillis(500);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Publisher publisher;
    private final double speed;
    private final Ahead events;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Optional<Thread> live = Optional.empty();

    /**
     * @param speed seconds of the center for each second on the wall
     * @param publisher closed with this center
     */
    SimulatedCenter(Scenario scenario, double speed, Publisher publisher) {
        this.publisher = publisher;
        this.speed = speed;
        Iterator<Emitted> simulation = new Simulation(scenario);
        events = new Ahead(speed == 1 ? simulation : new Heartbeats(simulation, scenario.start(), tick(speed)));
    }

    /** Publishes all that happened before now, as fast as it goes, and returns when it is there. */
    void catchUp(Instant now) {
        while (events.isBefore(now)) {
            publish(events.next());
        }
        publisher.flush();
    }

    /** Goes on as time passes, on a thread of its own. */
    void goLive(Instant now) {
        Thread thread = new Thread(() -> run(now), "simulated-center");
        live = Optional.of(thread);
        thread.start();
    }

    /**
     * Returns when nothing happens any more, which is usually when somebody closed it.
     *
     * @throws io.ringside.producers.PublishingFailed when events could not be delivered
     */
    void awaitEnd() {
        try {
            ended.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** How many records the brokers have acknowledged. */
    long delivered() {
        return publisher.delivered();
    }

    /** Lets no more happen, and waits a few seconds for what is under way to be delivered. */
    @Override
    public void close() {
        Thread delivery = new Thread(publisher::close, "last-delivery");
        delivery.setDaemon(true);
        try {
            if (live.isPresent()) {
                live.get().interrupt();
                live.get().join(LONGEST_END.toMillis());
            }
            delivery.start();
            delivery.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (delivery.isAlive()) {
            LOG.warn("The last events could not be delivered within {} s", LONGEST_END.toSeconds());
        }
    }

    private void run(Instant now) {
        try {
            new RealTime(speed).run(now, events, this::publish);
            ended.complete(null);
        } catch (InterruptedException | InterruptException e) {
            ended.complete(null);
        } catch (RuntimeException e) {
            LOG.error("The simulated center stops: {}", e.getMessage());
            ended.completeExceptionally(e);
        }
    }

    private void publish(Emitted event) {
        if (event.value() instanceof Heartbeat heartbeat) {
            publisher.tell(heartbeat);
        } else {
            publisher.accept(event);
        }
    }

    private static Duration tick(double speed) {
        return Duration.ofMillis(Math.max(1, Math.round(TICK_ON_THE_WALL.toMillis() * speed)));
    }
}
