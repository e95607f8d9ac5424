package io.ringside.schemas.wire;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

import io.ringside.schemas.Topic;

/**
 * What turns records into bytes and back, over one registry. Whoever makes it, its deserializers throw
 * {@link UndecodableRecordException} for bytes that are no record, and {@link RegistryException} where the registry is the
 * trouble; its serializers throw {@link RegistryException} likewise.
 */
public interface WireFormat {
    /** Which one to use: {@code ringside}, our own, unless said otherwise. */
    String PROPERTY = "wire.format";

    /** A serde of values of one class; safe for use by many threads. */
    <T extends SpecificRecord> Serde<T> serde(Class<T> type);

    /**
     * A serializer of what a writer writes as records of a topic; safe for use by many threads.
     *
     * @throws org.apache.kafka.common.errors.SerializationException when serializing what is no such record
     */
    default <T extends SpecificRecord, V> Serializer<V> serializer(Topic<T> topic, RecordWriter<V> writer) {
        Serializer<T> records = serde(topic.value()).serializer();
        WrittenRecords<T, V> written = new WrittenRecords<>(topic.schema(), writer);
        return (name, value) -> value == null ? null : records.serialize(name, written.of(value));
    }

    /**
     * Learns from the registry what records of a topic need, so that they can be written and read while it is away. Registers the schema where
     * it is new, unless {@code auto.register.schemas} is false.
     *
     * @param prefix what topic names begin with
     * @throws RegistryException if the registry cannot be reached, or refuses
     */
    void prepare(Topic<?> topic, String prefix);

    /**
     * The format that a configuration asks for under {@link #PROPERTY}, configured by the rest of it.
     *
     * @throws ConfigException if there is none of that name, or the configuration cannot be used
     */
    static WireFormat open(Map<String, ?> config) {
        Object name = config.get(PROPERTY);
        List<Maker> makers = Stream.concat(
                        Stream.of(new RingsideWireFormat.Maker()),
                        ServiceLoader.load(Maker.class).stream().map(ServiceLoader.Provider::get))
                .toList();
        return makers.stream()
                .filter(maker -> maker.name().equals(name == null ? RingsideWireFormat.NAME : name))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        PROPERTY,
                        name,
                        "must be one of " + makers.stream().map(Maker::name).toList()
                                + "; confluent needs a build with -Pconfluent"))
                .open(config);
    }

    /** Makes wire formats of one kind; found with {@link ServiceLoader}. */
    interface Maker {
        /** What {@link #PROPERTY} says to have it. */
        String name();

        WireFormat open(Map<String, ?> config);
    }
}
