package io.ringside.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.ringside.App;
import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.producers.simulator.Center;
import io.ringside.producers.simulator.Scenario;
import io.ringside.producers.simulator.Simulation;
import io.ringside.schemas.events.Heartbeat;

/** The heap at the end of each day of a simulated week: what is over must not stay. */
final class Week {
    private static final int DAYS = 7;
    private static final long SEED = 42;
    private static final Duration TICK = Duration.ofMinutes(1);

    private final Ground ground;
    private final double size;

    /** @param size how many times as large as the usual center */
    Week(Ground ground, double size) {
        this.ground = ground;
        this.size = size;
    }

    String measure() throws InterruptedException {
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS));
        Simulation week = new Simulation(
                Scenario.of(Center.berlinAndLisbon().scaled(size), SEED, start), start.plus(Duration.ofDays(DAYS)));
        List<Long> heaps = new ArrayList<>();
        long events = 0;
        try (Publisher publisher = ground.publisher();
                App app = App.start(ground.app("bench-" + UUID.randomUUID(), "time: {clock: replay}"))) {
            while (!app.isReady()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            Instant tick = start.plus(TICK);
            for (int day = 1; day <= DAYS; day++) {
                Instant evening = start.plus(Duration.ofDays(day));
                Watermarks reached = new Watermarks(ground);
                while (tick.isBefore(evening)) {
                    events += publishUntil(week, tick, publisher);
                    publisher.tell(new Heartbeat(tick, "bench", false, null));
                    tick = tick.plus(TICK);
                }
                events += publishUntil(week, evening, publisher);
                reached.awaitAfter(evening, () -> publisher.tell(new Heartbeat(evening, "bench", false, null)));
                heaps.add(Heap.usedAfterCollection());
            }
        }
        return String.format(
                Locale.ROOT,
                "Week, %,d events of a simulated week, heap of app and broker after collection at the end of each day%n"
                        + "  %s MiB%n",
                events,
                heaps.stream().map(heap -> Long.toString(heap >> 20)).collect(Collectors.joining(", ")));
    }

    /** The first event after the moment stays for later. */
    private Emitted next;

    private long publishUntil(Simulation week, Instant moment, Publisher publisher) {
        long published = 0;
        while (next != null || week.hasNext()) {
            next = next == null ? week.next() : next;
            if (!next.occurredAt().isBefore(moment)) {
                break;
            }
            publisher.accept(next);
            next = null;
            published++;
        }
        return published;
    }
}
