package io.ringside.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.RegistryConfig;

/**
 * Which cluster and registry to use, and under which names.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param applicationId the consumer group, and the beginning of internal topics' names
 * @param topicPrefix what the names of all topics begin with
 * @param partitions how many partitions topics get that do not exist yet
 * @param sources the topics of events that are read
 * @param replicationFactor how many copies these topics get; −1 leaves it to the broker
 * @param properties passed on to Kafka Streams and its clients as they are
 * @param registry {@code schema.registry.url} and its companions, under Confluent's names
 */
public record KafkaSettings(
        String bootstrapServers,
        String applicationId,
        String topicPrefix,
        int partitions,
        List<Topic<? extends SpecificRecord>> sources,
        short replicationFactor,
        Map<String, String> properties,
        Map<String, String> registry) {
    static final String REGISTRY_URL = RegistryConfig.URL;

    private static final String SERVER = "([A-Za-z_]+://)?(\\[[0-9A-Fa-f:.%]+\\]|[^\\s,:/\\[\\]]+):\\d{1,5}";
    private static final Rule<String> SERVERS = new Rule<>(
            "host:port, or several with commas between them",
            servers -> servers.matches(SERVER + "(\\s*,\\s*" + SERVER + ")*"));
    private static final Rule<String> TOPIC_LETTERS =
            new Rule<>("letters, digits, '.', '_' and '-'", name -> name.matches("[A-Za-z0-9._-]*"));
    private static final Rule<String> NOT_EMPTY = new Rule<>("not empty", name -> !name.isEmpty());
    private static final Rule<String> SHORT = new Rule<>("at most 100 letters", name -> name.length() <= 100);

    private static final Knob<String> BOOTSTRAP_SERVERS = Knob.of(
                    "bootstrapServers", Notation.TEXT, "localhost:9092", "the brokers to ask first")
            .must(SERVERS);
    private static final Knob<String> APPLICATION_ID = Knob.of(
                    "applicationId", Notation.TEXT, "ringside", "the consumer group; internal topics begin with it")
            .must(NOT_EMPTY)
            .must(TOPIC_LETTERS)
            .must(SHORT);
    private static final Knob<String> TOPIC_PREFIX = Knob.of(
                    "topicPrefix", Notation.TEXT, Topics.DEFAULT_PREFIX, "what all topic names begin with; may be \"\"")
            .must(TOPIC_LETTERS)
            .must(SHORT);
    private static final Knob<Integer> PARTITIONS = Knob.of(
                    "partitions", Notation.WHOLE, 4, "partitions of topics that are created")
            .must(Rule.between(1, 1_000));
    private static final Knob<Topic<? extends SpecificRecord>> SOURCES = Knob.optional(
            "sources",
            Notation.oneOf(Topics.sources(), Topic::noun),
            "all but queue-snapshots",
            "the kinds of events that are read, a list; fewer are faster");
    private static final Knob<Integer> REPLICATION_FACTOR = Knob.of(
                    "replicationFactor", Notation.WHOLE, -1, "copies of topics that are created")
            .must(new Rule<>("1 to 100, or -1 for the broker's default", n -> n == -1 || (n >= 1 && n <= 100)));
    private static final Knob<String> PROPERTIES =
            Knob.optional("properties", Notation.TEXT, "none", "passed on to Kafka Streams and its clients");
    private static final Knob<String> REGISTRY = Knob.optional(
                    "registry",
                    Notation.TEXT,
                    REGISTRY_URL + ": http://localhost:8081",
                    "the schema registry, by Confluent's names; mock://name is one in memory")
            .must(Rule.NOT_BLANK);

    public KafkaSettings {
        BOOTSTRAP_SERVERS.checked(bootstrapServers);
        APPLICATION_ID.checked(applicationId);
        TOPIC_PREFIX.checked(topicPrefix);
        PARTITIONS.checked(partitions);
        REPLICATION_FACTOR.checked((int) replicationFactor);
        sources = List.copyOf(sources);
        properties = Map.copyOf(properties);
        registry = Map.copyOf(registry);
    }

    static KafkaSettings read(Section kafka) {
        return new KafkaSettings(
                kafka.get(BOOTSTRAP_SERVERS),
                kafka.get(APPLICATION_ID),
                kafka.get(TOPIC_PREFIX),
                kafka.get(PARTITIONS),
                kafka.findAll(SOURCES).orElseGet(Topics::usualSources),
                kafka.get(REPLICATION_FACTOR).shortValue(),
                kafka.properties(PROPERTIES, KafkaProperties::complaint),
                readRegistry(kafka));
    }

    private static Map<String, String> readRegistry(Section kafka) {
        Map<String, String> registry = new TreeMap<>(Map.of(REGISTRY_URL, "http://localhost:8081"));
        registry.putAll(kafka.properties(REGISTRY, (name, value) -> KafkaProperties.registryComplaint(name)));
        return registry;
    }

    /** Without the values of properties, among which are passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + ", " + applicationId + ", " + topicPrefix + ", " + partitions
                + " partitions, " + replicationFactor + " copies, properties " + new TreeSet<>(properties.keySet())
                + ", registry " + new TreeSet<>(registry.keySet()) + "]";
    }
}
