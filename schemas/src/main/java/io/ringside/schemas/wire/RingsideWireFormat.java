package io.ringside.schemas.wire;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

import io.ringside.schemas.Topic;

/** Our own serde: Avro and the JDK, nothing else. */
final class RingsideWireFormat implements WireFormat {
    static final String NAME = "ringside";

    private final Map<String, ?> config;
    private final SchemaRegistry registry;

    private RingsideWireFormat(Map<String, ?> config) {
        this.config = Map.copyOf(config);
        this.registry = SchemaRegistry.connect(config);
    }

    @Override
    public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        AvroSerde<T> serde = new AvroSerde<>(registry, type);
        serde.configure(config, false);
        return serde;
    }

    /** Writes into the topic what the writer writes, and no record in between. */
    @Override
    public <T extends SpecificRecord, V> Serializer<V> serializer(Topic<T> topic, RecordWriter<V> writer) {
        boolean autoRegister = new RegistryConfig(config).autoRegister();
        return new TopicSerializer<>(topic.schema(), writer, name -> {
            String subject = SchemaRegistry.subject(name, false);
            return autoRegister ? registry.register(subject, topic.schema()) : registry.lookUp(subject, topic.schema());
        });
    }

    @Override
    public void prepare(Topic<?> topic, String prefix) {
        String subject = SchemaRegistry.subject(topic.name(prefix), false);
        if (new RegistryConfig(config).autoRegister()) {
            registry.register(subject, topic.schema());
        } else if (topic.direction() == Topic.Direction.OUT) { // what others write is theirs to register
            registry.lookUp(subject, topic.schema());
        }
    }

    static final class Maker implements WireFormat.Maker {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public WireFormat open(Map<String, ?> config) {
            return new RingsideWireFormat(config);
        }
    }
}
