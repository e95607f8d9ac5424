package io.ringside.bench;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.ringside.App;
import io.ringside.bench.Load.Published;
import io.ringside.producers.Publisher;
import io.ringside.schemas.events.CallEvent;

/**
 * Events a second over one topic of calls: a plain loop, the same with decoding, and the whole pipeline with
 * exactly-once, until the scorecards of every partition are committed.
 */
final class Throughput {
    private static final int ROUNDS = 3;

    private final Ground ground;
    private final Load load;

    Throughput(Ground ground, long events) {
        this.ground = ground;
        this.load = Load.ofADay(events);
    }

    String measure() throws InterruptedException {
        Published calls = publish();
        long published = calls.events();
        ConsumerLoop loop = new ConsumerLoop(ground.client());
        double raw = 0;
        double decoded = 0;
        for (int round = 0; round < ROUNDS; round++) {
            raw = Math.max(raw, loop.read(new ByteArrayDeserializer(), published));
            decoded = Math.max(
                    decoded, loop.read(ground.wire().serde(CallEvent.class).deserializer(), published));
        }
        double pipeline = 0;
        for (int round = 0; round < ROUNDS; round++) {
            pipeline = Math.max(pipeline, pipeline(published));
        }
        return String.format(
                Locale.ROOT, """
                Throughput, %,d call events (ten hours of %,d agents who took them), one thread, best of %d
                  plain consumer loop          %,9.0f events/s
                  … with Avro decode           %,9.0f events/s
                  full pipeline, exactly once  %,9.0f events/s   %.2f of consume-and-decode (asked: 0.10)
                """, published, calls.agents(), ROUNDS, raw, decoded, pipeline, pipeline / decoded);
    }

    private Published publish() {
        try (Publisher publisher = ground.publisher()) {
            return load.publish(publisher);
        }
    }

    /** Heartbeats are written after what is there already, so that their time is reached when all of it is done. */
    private double pipeline(long published) throws InterruptedException {
        Instant start = Instant.now();
        long begun = System.nanoTime();
        try (App app = App.start(ground.app("bench-" + UUID.randomUUID(), "kafka: {sources: [calls]}"))) {
            while (!app.isReady()) {
                Thread.onSpinWait();
                begun = System.nanoTime();
            }
            new Watermarks(ground).await(start);
            return published / ((System.nanoTime() - begun) / 1e9);
        }
    }
}
