package io.ringside.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Watermark;

/** Waits until the pipeline says that everything up to a moment is in. */
final class Watermarks {
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final Ground ground;

    Watermarks(Ground ground) {
        this.ground = ground;
    }

    /** Returns once every partition of both stages has come to a moment, as committed. */
    void await(Instant moment) {
        awaitAfter(moment, () -> {});
    }

    /** Does something and returns once every partition of both stages has come to a moment that it told. */
    void awaitAfter(Instant moment, Runnable telling) {
        Map<String, Object> config = new HashMap<>(ground.client());
        config.put("isolation.level", "read_committed");
        Set<String> reached = new HashSet<>();
        try (KafkaConsumer<String, Watermark> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                ground.wire().serde(Watermark.class).deserializer())) {
            TopicPartition topic = new TopicPartition(Topics.WATERMARKS.name(Topics.DEFAULT_PREFIX), 0);
            consumer.assign(List.of(topic));
            consumer.seekToEnd(List.of(topic));
            consumer.position(topic);
            telling.run();
            long deadline = System.nanoTime() + AT_MOST.toNanos();
            while (reached.size() < 2 * Ground.PARTITIONS) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "after " + AT_MOST + " only " + reached + " have come to " + moment);
                }
                for (ConsumerRecord<String, Watermark> said : consumer.poll(Duration.ofMillis(50))) {
                    if (!said.value().getAsOf().isBefore(moment)) {
                        reached.add(said.key());
                    }
                }
            }
        }
    }
}
