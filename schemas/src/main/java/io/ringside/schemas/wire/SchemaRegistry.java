package io.ringside.schemas.wire;

import java.util.Map;
import java.util.Optional;

import org.apache.avro.Schema;

/**
 * Where schemas are kept under ids, so that a record carries five bytes and not its schema.
 *
 * <p>Safe for use by many threads. Every method throws {@link RegistryUnreachableException} when no answer can be had
 * at the moment, and {@link RegistryRefusedException} when the answer is no.
 */
public interface SchemaRegistry {
    /**
     * The id of a schema under a subject; registers it where it is new.
     *
     * @throws RegistryRefusedException if the schema breaks the subject's compatibility, or we may not register
     */
    int register(String subject, Schema schema);

    /**
     * The id of a schema that is already registered under a subject.
     *
     * @throws RegistryRefusedException if it is not registered there
     */
    int lookUp(String subject, Schema schema);

    /**
     * The schema with an id; empty if the registry has none.
     *
     * @throws UndecodableRecordException if something stands under the id that is no Avro schema
     */
    Optional<Schema> schema(int id);

    /** Sets what every subject without a rule of its own asks of a new version. */
    void setGlobalCompatibility(Compatibility level);

    /**
     * The registry that a configuration names, under Confluent's property names; see {@link RegistryConfig}. Connects
     * upon first use. {@code mock://name} is a registry in this JVM, one for each name.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the configuration cannot be used
     */
    static SchemaRegistry connect(Map<String, ?> config) {
        return new RegistryConfig(config).registry();
    }

    /** A new, empty registry in this JVM that nobody else sees. */
    static SchemaRegistry inMemory() {
        return new InMemorySchemaRegistry();
    }

    /** The subject of a topic's keys or values, as Confluent's {@code TopicNameStrategy} has it. */
    static String subject(String topic, boolean key) {
        return topic + (key ? "-key" : "-value");
    }
}
