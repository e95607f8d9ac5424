package io.ringside.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.ringside.App;
import io.ringside.producers.Publisher;

/** The heap that many queues need: an hour of calls over all of them, every window filled. */
final class Memory {
    private static final Duration HISTORY = Duration.ofMinutes(65);

    private final Ground ground;
    private final int queues;

    Memory(Ground ground, int queues) {
        this.ground = ground;
        this.queues = queues;
    }

    String measure() throws InterruptedException {
        long published;
        try (Publisher publisher = ground.publisher()) {
            published = Load.ofQueues(queues, HISTORY).publish(publisher).events();
        }
        long before = Heap.usedAfterCollection();
        Instant start = Instant.now();
        try (App app = App.start(ground.app("bench-" + UUID.randomUUID()))) {
            while (!app.isReady()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            new Watermarks(ground).await(start);
            long used = Heap.usedAfterCollection() - before;
            return String.format(
                    Locale.ROOT,
                    "Memory, %,d queues, %,d call events of %d minutes%n"
                            + "  heap of the app after collection  %,d MiB   (asked: 512 MiB; broker in the same JVM left out)%n",
                    queues,
                    published,
                    HISTORY.toMinutes(),
                    used >> 20);
        }
    }
}
