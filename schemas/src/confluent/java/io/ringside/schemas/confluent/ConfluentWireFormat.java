package io.ringside.schemas.confluent;

import java.util.HashMap;
import java.util.Map;

import io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

import io.ringside.schemas.Topic;
import io.ringside.schemas.wire.RegistryConfig;
import io.ringside.schemas.wire.SchemaRegistry;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.schemas.wire.UndecodableRecordException.Reason;
import io.ringside.schemas.wire.WireFormat;

/** Confluent's {@code SpecificAvroSerde}, with its failures told apart as {@link WireFormat} asks. */
final class ConfluentWireFormat implements WireFormat {
    private final Map<String, Object> config;

    ConfluentWireFormat(Map<String, ?> config) {
        this.config = new HashMap<>(config);
        this.config.remove(WireFormat.PROPERTY);
        // What other languages register carries no Java types, and both must be one schema.
        this.config.putIfAbsent("avro.remove.java.properties", true);
    }

    @Override
    public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        SpecificAvroSerde<T> serde = new SpecificAvroSerde<>();
        serde.configure(config, false);
        return Serdes.serdeFrom(serializer(serde.serializer()), deserializer(serde.deserializer(), type));
    }

    /** Registers through our own client: Confluent's keeps what it learns to itself, so the first records still ask. */
    @Override
    public void prepare(Topic<?> topic, String prefix) {
        if (!"false".equals(String.valueOf(config.get(RegistryConfig.AUTO_REGISTER)))) {
            SchemaRegistry.connect(config)
                    .register(SchemaRegistry.subject(topic.name(prefix), false), topic.schema());
        }
    }

    private static <T> Serializer<T> serializer(Serializer<T> confluents) {
        return (topic, value) -> {
            try {
                return confluents.serialize(topic, value);
            } catch (RuntimeException e) {
                throw RegistryTrouble.in(e)
                        .map(trouble -> (RuntimeException) trouble)
                        .orElse(e);
            }
        };
    }

    private static <T> Deserializer<T> deserializer(Deserializer<T> confluents, Class<T> type) {
        return (topic, bytes) -> bytes == null ? null : decode(confluents, type, topic, bytes);
    }

    private static <T> T decode(Deserializer<T> confluents, Class<T> type, String topic, byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != 0) {
            throw new UndecodableRecordException(Reason.NO_MAGIC_BYTE, "Not Avro in Confluent's wire format");
        }
        Object decoded = decoded(confluents, topic, bytes);
        if (!type.isInstance(decoded)) {
            throw new UndecodableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA, "A " + decoded.getClass().getName() + ", not a " + type.getName());
        }
        return type.cast(decoded);
    }

    private static Object decoded(Deserializer<?> confluents, String topic, byte[] bytes) {
        try {
            return confluents.deserialize(topic, bytes);
        } catch (SecurityException e) {
            throw e; // a JVM that trusts too few classes is our fault, not the record's
        } catch (RuntimeException e) {
            if (RegistryTrouble.isUnknownSchema(e)) {
                throw new UndecodableRecordException(Reason.UNKNOWN_SCHEMA, e.getMessage(), e);
            }
            throw RegistryTrouble.in(e)
                    .map(trouble -> (RuntimeException) trouble)
                    .orElseGet(() -> new UndecodableRecordException(Reason.CORRUPT, e.getMessage(), e));
        }
    }
}
