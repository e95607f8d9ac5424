package io.ringside.schemas.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes records in Confluent's wire format: a zero byte, the schema's id in four bytes, Avro binary.
 *
 * <p>Works as {@code value.serializer}, configured as {@link RegistryConfig} says, or around a registry that is at hand.
 * Registers a schema upon the first record (or looks it up, with {@code auto.register.schemas=false}). Safe for use by
 * many threads once configured.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final ConcurrentMap<String, TopicWriting<T>> writings = new ConcurrentHashMap<>();
    private SchemaRegistry registry;
    private boolean key;
    private boolean autoRegister = true;

    /** A serializer for Kafka to configure. */
    public AvroSerializer() {}

    /** A serializer of values that registers its schemas in this registry. */
    public AvroSerializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        RegistryConfig settings = new RegistryConfig(config);
        key = isKey;
        autoRegister = settings.autoRegister();
        if (registry == null) {
            registry = settings.registry();
        }
    }

    /**
     * The bytes of a record; null for no record.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if the record is not what its schema says, for
     *     example where a required field is null
     * @throws RegistryUnreachableException if no id can be had at the moment: try again
     * @throws RegistryRefusedException if the registry does not take the schema
     */
    @Override
    public byte[] serialize(String topic, T value) {
        return value == null ? null : writing(topic, value).write(value);
    }

    private TopicWriting<T> writing(String topic, T value) {
        TopicWriting<T> known = writings.get(topic);
        if (known != null && known.writes(value.getSchema())) {
            return known;
        }
        if (registry == null) {
            throw new IllegalStateException("AvroSerializer was not configured");
        }
        TopicWriting<T> next = TopicWriting.ofRecords(value, schemaId(topic, value.getSchema()));
        writings.put(topic, next);
        return next;
    }

    private int schemaId(String topic, Schema schema) {
        String subject = SchemaRegistry.subject(topic, key);
        return autoRegister ? registry.register(subject, schema) : registry.lookUp(subject, schema);
    }
}
