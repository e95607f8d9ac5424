package io.ringside.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.producers.simulator.Center;
import io.ringside.producers.simulator.Scenario;
import io.ringside.producers.simulator.Simulation;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.CallEvent;

/** Call events of a simulated center at mid-morning, the last of which happen now. */
final class Load {
    private static final long SEED = 42;
    private static final int MID_MORNING = 10;
    private static final int EVENING = 18;

    private final Center center;
    private final Duration history;

    private Load(Center center, Duration history) {
        this.center = center;
        this.history = history;
    }

    /** A working day of a center as large as it takes to make about so many call events in it. */
    static Load ofADay(long events) {
        Load usual = new Load(evening(), Duration.ofHours(10));
        double rate = (double) events / usual.count();
        return new Load(usual.center.scaled(rate), usual.history);
    }

    /** So much of the usual center, side by side until it has so many queues. */
    static Load ofQueues(int queues, Duration history) {
        return new Load(midMorning().withQueues(queues), history);
    }

    private static Center midMorning() {
        return at(MID_MORNING);
    }

    private static Center evening() {
        return at(EVENING);
    }

    /** The usual center, whose clocks are set so that now is an hour of its day. */
    private static Center at(int hour) {
        int now = LocalTime.now(ZoneId.of("Europe/Berlin")).getHour();
        return Center.berlinAndLisbon().laterBy(now - hour);
    }

    private long count() {
        Instant end = Instant.now();
        return Simulation.until(Scenario.of(center, SEED, end.minus(history)), end)
                .filter(Load::isCall)
                .count();
    }

    /**
     * What was published.
     *
     * @param agents how many agents had a call
     */
    record Published(long events, int agents) {}

    /** Publishes the events. */
    Published publish(Publisher publisher) {
        Instant end = Instant.now();
        long published = 0;
        Set<String> agents = new HashSet<>();
        Simulation simulation = new Simulation(Scenario.of(center, SEED, end.minus(history)), end);
        while (simulation.hasNext()) {
            Emitted event = simulation.next();
            if (event.value() instanceof CallEvent call) {
                publisher.accept(event);
                published++;
                if (call.getAgent() != null) {
                    agents.add(call.getAgent());
                }
            }
        }
        publisher.flush();
        return new Published(published, agents.size());
    }

    private static boolean isCall(Emitted event) {
        return event.topic().equals(Topics.CALLS);
    }
}
