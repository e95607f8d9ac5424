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

/** The measure of all things: a plain consumer that reads the topic of calls from its beginning to its end. */
final class ConsumerLoop {
    private final Map<String, Object> client;

    ConsumerLoop(Map<String, Object> client) {
        this.client = client;
    }

    /** Reads so many records and returns the events a second. */
    <V> double read(Deserializer<V> values, long events) {
        Map<String, Object> config = new HashMap<>(client);
        config.put("isolation.level", "read_committed");
        config.put("max.poll.records", 2_000);
        String topic = Topics.CALLS.name(Topics.DEFAULT_PREFIX);
        List<TopicPartition> partitions = IntStream.range(0, Ground.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (KafkaConsumer<byte[], V> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), values)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long start = System.nanoTime();
            long read = 0;
            while (read < events) {
                ConsumerRecords<byte[], V> records = consumer.poll(Duration.ofSeconds(10));
                if (records.isEmpty()) {
                    throw new IllegalStateException("the topic ended after " + read + " of " + events + " events");
                }
                read += records.count();
            }
            return read / ((System.nanoTime() - start) / 1e9);
        }
    }
}
