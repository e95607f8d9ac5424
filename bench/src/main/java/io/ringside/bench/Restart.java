package io.ringside.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.ringside.App;
import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Heartbeat;

/**
 * How soon an app is ready again that has many contacts open in many queues: with the state that stands on its disk, and
 * with none, when all is read from the changelogs.
 */
final class Restart {
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final Ground ground;
    private final int contacts;
    private final int queues;

    Restart(Ground ground, int contacts, int queues) {
        this.ground = ground;
        this.contacts = contacts;
        this.queues = queues;
    }

    String measure() throws InterruptedException {
        String application = "bench-" + UUID.randomUUID();
        publish();
        try (App app = start(application)) {
            await("all that waits is shown", () -> waiting(app) == contacts);
        }
        Times kept = restart(application);
        ground.removeState();
        Times lost = restart(application);
        return String.format(
                        Locale.ROOT,
                        "Restart, %,d open contacts in %,d queues: from the start of an app%n",
                        contacts,
                        queues)
                + line("with its state", kept)
                + line("without, from the changelogs", lost);
    }

    private static String line(String how, Times times) {
        return String.format(
                Locale.ROOT,
                "  %-30s ready in %4.1f s, all figures in /metrics after %4.1f s   (asked: ready within 15 s)%n",
                how,
                times.ready / 1e9,
                times.shown / 1e9);
    }

    private record Times(long ready, long shown) {}

    private Times restart(String application) throws InterruptedException {
        long begun = System.nanoTime();
        try (App app = start(application)) {
            await("ready", app::isReady);
            long ready = System.nanoTime() - begun;
            await("all that waits is shown", () -> waiting(app) == contacts);
            return new Times(ready, System.nanoTime() - begun);
        }
    }

    /** Time comes with the events: nothing else is to be done than to begin. */
    private App start(String application) throws InterruptedException {
        return App.start(ground.app(application, "time: {clock: replay}\nprometheus: {windows: []}"));
    }

    private void publish() {
        Instant now = Instant.now();
        try (Publisher publisher = ground.publisher()) {
            for (int i = 0; i < contacts; i++) {
                publisher.accept(Emitted.of(CallEvent.newBuilder()
                        .setEventId("event-" + i)
                        .setOccurredAt(now.minusSeconds(60 + i % 600))
                        .setSource("bench")
                        .setContactId("contact-" + i)
                        .setType(CallEventType.ENQUEUED)
                        .setQueue("queue-" + i % queues)
                        .build()));
            }
            publisher.tell(new Heartbeat(now, "bench", false, null));
        }
    }

    /** How many contacts wait in all queues, as a scrape shows it. */
    private static long waiting(App app) {
        return new String(app.metrics().scrape(null).bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("ringside_waiting_contacts{") && line.contains("scope=\"queue\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void await(String what, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + AT_MOST + ": " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
