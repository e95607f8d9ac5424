package io.ringside.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

import io.ringside.schemas.Topics;

/**
 * The measure of all things: a plain consumer that reads the topic of calls from its beginning to its end. It does so many times
 * over: once takes a fraction of a second, and shows little but chance.
 */
final class ConsumerLoop {
    private static final int PASSES = 10;

    private final Map<String, Object> client;

    ConsumerLoop(Map<String, Object> client) {
        this.client = client;
    }

    /**
     * Returns the events a second.
     *
     * @param events how many the topic has
     */
    <V> double read(Deserializer<V> values, long events) {
        Map<String, Object> config = new HashMap<>(client);
        config.put("isolation.level", "read_committed");
        config.put("max.poll.records", 2_000);
        // At the end of the topic the next fetch waits for more, and would hold up the next pass.
        config.put("fetch.max.wait.ms", 1);
        String topic = Topics.CALLS.name(Topics.DEFAULT_PREFIX);
        List<TopicPartition> partitions = IntStream.range(0, Ground.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (KafkaConsumer<byte[], V> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), values)) {
            consumer.assign(partitions);
            long start = System.nanoTime();
            for (int pass = 0; pass < PASSES; pass++) {
                consumer.seekToBeginning(partitions);
                readToTheEnd(consumer, events);
            }
            return PASSES * events / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void readToTheEnd(KafkaConsumer<?, ?> consumer, long events) {
        long read = 0;
        while (read < events) {
            ConsumerRecords<?, ?> records = consumer.poll(Duration.ofSeconds(10));
            if (records.isEmpty()) {
                throw new IllegalStateException("the topic ended after " + read + " of " + events + " events");
            }
            read += records.count();
        }
    }
}
