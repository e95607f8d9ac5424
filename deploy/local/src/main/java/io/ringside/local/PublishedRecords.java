package io.ringside.local;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.ringside.schemas.Topic;
import io.ringside.schemas.wire.WireFormat;

/** What an app has published, as anybody sees it who reads what is committed, from the beginning and in order. */
public final class PublishedRecords implements AutoCloseable {
    private final Map<String, Deserializer<? extends SpecificRecord>> decoders = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    /**
     * Learns all schemas, so as not to need the registry later.
     *
     * @param client how to reach cluster and registry
     * @param prefix what topic names begin with
     * @param partitions of the shared topics
     */
    public PublishedRecords(
            Map<String, String> client,
            String prefix,
            Collection<Topic<? extends SpecificRecord>> topics,
            int partitions) {
        WireFormat wire = WireFormat.open(client);
        for (Topic<? extends SpecificRecord> topic : topics) {
            wire.prepare(topic, prefix);
            decoders.put(topic.name(prefix), wire.serde(topic.value()).deserializer());
        }
        Map<String, Object> config = new HashMap<>(client);
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> Stream.iterate(0, at -> at + 1)
                        .limit(topic.partitions(partitions))
                        .map(at -> new TopicPartition(topic.name(prefix), at)))
                .toList());
    }

    /** Hands out what has come since; waits so long where nothing has. */
    public void read(Duration wait, BiConsumer<String, SpecificRecord> out) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
            out.accept(record.key(), decoders.get(record.topic()).deserialize(record.topic(), record.value()));
        }
    }

    /** Hands out all that is there now. */
    public void readAll(Duration wait, BiConsumer<String, SpecificRecord> out) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read(wait, out);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
