package io.ringside.schemas.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;

import io.ringside.schemas.wire.UndecodableRecordException.Reason;

/**
 * Reads records in Confluent's wire format into generated classes, whatever version of the schema they were written with.
 *
 * <p>Works as {@code value.deserializer}, configured as {@link RegistryConfig} says, or around a registry and a class.
 * Configured without {@code specific.avro.value.type}, it reads into the class that the writer's schema names. Safe for
 * use by many threads once configured.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    static final byte MAGIC_BYTE = 0;
    static final int HEADER_BYTES = 1 + Integer.BYTES;

    private final ConcurrentMap<Integer, WriterReading<T>> readings = new ConcurrentHashMap<>();
    private SchemaRegistry registry;
    private Class<T> type;
    private volatile WriterReading<T> latest;

    /** A deserializer for Kafka to configure. */
    public AvroDeserializer() {}

    /** A deserializer of one class that asks this registry for the schemas of writers. */
    public AvroDeserializer(SchemaRegistry registry, Class<T> type) {
        this.registry = registry;
        this.type = trusted(type);
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        RegistryConfig settings = new RegistryConfig(config);
        if (type == null) {
            type = settings.<T>type(isKey).map(AvroDeserializer::trusted).orElse(null);
        }
        if (registry == null) {
            registry = settings.registry();
        }
    }

    /** As {@link #decode}, except that no bytes are no record: null, as Kafka has it. */
    @Override
    public T deserialize(String topic, byte[] bytes) {
        return bytes == null ? null : decode(bytes);
    }

    /**
     * The record that these bytes are.
     *
     * @throws UndecodableRecordException if they are none, and never will be: a dead letter, with its reason
     * @throws RegistryUnreachableException if the writer's schema cannot be had at the moment: try the same bytes again
     * @throws RegistryRefusedException if the registry does not let us have schemas: a person has to help
     */
    public T decode(byte[] bytes) {
        if (bytes == null) {
            throw new UndecodableRecordException(Reason.NO_VALUE, "The record has no value");
        }
        return reading(schemaId(bytes)).read(bytes);
    }

    private static int schemaId(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != MAGIC_BYTE) {
            throw new UndecodableRecordException(
                    Reason.NO_MAGIC_BYTE,
                    bytes.length == 0
                            ? "The value is empty"
                            : "The value begins with byte " + (bytes[0] & 0xff)
                                    + ", not with 0: not Avro in Confluent's wire format");
        }
        if (bytes.length < HEADER_BYTES) {
            throw new UndecodableRecordException(
                    Reason.TRUNCATED, "The value has " + bytes.length + " bytes, too few for a schema id");
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    private WriterReading<T> reading(int id) {
        WriterReading<T> known = latest;
        if (known != null && known.schemaId() == id) {
            return known;
        }
        known = readings.get(id);
        if (known == null) {
            known = newReading(id);
            readings.put(id, known);
        }
        latest = known;
        return known;
    }

    private WriterReading<T> newReading(int id) {
        if (registry == null) {
            throw new IllegalStateException("AvroDeserializer was not configured");
        }
        Schema writer = schema(id)
                .orElseThrow(() -> new UndecodableRecordException(
                        Reason.UNKNOWN_SCHEMA, "The registry has no schema with id " + id));
        return new WriterReading<>(id, writer, type == null ? typeNamedBy(id, writer) : type);
    }

    /** Ids begin at 1, so a negative one is noise, and not worth a request. */
    private Optional<Schema> schema(int id) {
        return id < 0 ? Optional.empty() : registry.schema(id);
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> typeNamedBy(int id, Schema writer) {
        Class<?> named =
                writer.getType() == Schema.Type.RECORD ? SpecificData.get().getClass(writer) : null;
        if (named == null || !SpecificRecord.class.isAssignableFrom(named)) {
            throw new UndecodableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA,
                    "Schema " + id + " is a " + writer.getFullName() + ", which has no class here");
        }
        return (Class<T>) named;
    }

    /** Found out here, and not upon each record, where it would look like the record's fault. */
    private static <T> Class<T> trusted(Class<T> type) {
        try {
            ClassSecurityValidator.validate(type);
        } catch (SecurityException e) {
            ConfigException wrong = new ConfigException("Avro may not make a " + type.getName()
                    + ". Start the JVM with -Dorg.apache.avro.SERIALIZABLE_PACKAGES="
                    + type.getPackageName());
            wrong.initCause(e);
            throw wrong;
        }
        return type;
    }
}
