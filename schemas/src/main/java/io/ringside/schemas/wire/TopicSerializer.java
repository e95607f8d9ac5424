package io.ringside.schemas.wire;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToIntFunction;

import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serializer;

/** Writes values as records of one schema, as {@link AvroSerializer} writes records. Safe for use by many threads. */
final class TopicSerializer<V> implements Serializer<V> {
    private final Schema schema;
    private final RecordWriter<V> writer;
    private final ToIntFunction<String> idInTopic;
    private final ConcurrentMap<String, TopicWriting<V>> writings = new ConcurrentHashMap<>();

    /** @param idInTopic the id under which a registry knows the schema, as that of a topic's values */
    TopicSerializer(Schema schema, RecordWriter<V> writer, ToIntFunction<String> idInTopic) {
        this.schema = schema;
        this.writer = writer;
        this.idInTopic = idInTopic;
    }

    @Override
    public byte[] serialize(String topic, V value) {
        return value == null ? null : writing(topic).write(value);
    }

    private TopicWriting<V> writing(String topic) {
        TopicWriting<V> known = writings.get(topic);
        return known != null ? known : writings.computeIfAbsent(topic, this::begin);
    }

    private TopicWriting<V> begin(String topic) {
        return new TopicWriting<>(schema, idInTopic.applyAsInt(topic), writer);
    }
}
