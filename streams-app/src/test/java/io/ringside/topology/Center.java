package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

import io.ringside.core.alerts.AlertRule;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Unchanging;
import io.ringside.core.kpis.Period;
import io.ringside.core.kpis.WindowPlan;
import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.wire.SchemaRegistry;
import io.ringside.schemas.wire.WireFormat;

/** A contact center in a test: the whole topology on one partition, time in the test's hands. */
final class Center implements AutoCloseable {
    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final String PREFIX = "test.";
    private static final Duration COMMITTED_AFTER = Duration.ofMillis(50);

    private final Map<String, String> registry = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    private final WireFormat wire = WireFormat.open(registry);
    private final Shown shown = new Shown();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<String, Scorecard> scorecards = new HashMap<>();
    private Instant clock = NINE;

    Center(Definitions definitions, AlertRule... alerts) {
        this(Unchanging.current(definitions), Map.of(), alerts);
    }

    Center(CurrentDefinitions definitions, AlertRule... alerts) {
        this(definitions, Map.of(), alerts);
    }

    /** @param more properties of Kafka Streams */
    Center(Definitions definitions, Map<String, ?> more, AlertRule... alerts) {
        this(Unchanging.current(definitions), more, alerts);
    }

    /** A center that is told who waits. */
    static Center withSnapshots(Definitions definitions) {
        return new Center(Topics.sources(), Unchanging.current(definitions), Map.of());
    }

    private Center(CurrentDefinitions definitions, Map<String, ?> more, AlertRule... alerts) {
        this(Topics.usualSources(), definitions, more, alerts);
    }

    private Center(
            List<Topic<? extends SpecificRecord>> sources,
            CurrentDefinitions definitions,
            Map<String, ?> more,
            AlertRule... alerts) {
        Properties properties = properties();
        properties.putAll(more);
        driver = new TopologyTestDriver(
                ContactCenterTopology.build(settings(sources, definitions, alerts), wire, shown, properties),
                properties,
                NINE);
    }

    static Topology topology(
            List<Topic<? extends SpecificRecord>> sources,
            CurrentDefinitions definitions,
            WireFormat wire,
            Observer observer) {
        return ContactCenterTopology.build(settings(sources, definitions), wire, observer, properties());
    }

    static Settings settings(CurrentDefinitions definitions, AlertRule... alerts) {
        return settings(Topics.usualSources(), definitions, alerts);
    }

    private static Settings settings(
            List<Topic<? extends SpecificRecord>> sources, CurrentDefinitions definitions, AlertRule... alerts) {
        return new Settings(
                PREFIX,
                1,
                sources,
                definitions,
                new WindowPlan(
                        true,
                        Duration.ofMinutes(30),
                        true,
                        Duration.ofSeconds(10),
                        Duration.ofDays(8),
                        Duration.ofDays(100),
                        Set.of(Period.values()),
                        DayOfWeek.MONDAY),
                new ContactLimits(
                        Duration.ofHours(12),
                        Duration.ofDays(90),
                        Duration.ofDays(8),
                        Duration.ofDays(2),
                        10_000,
                        Duration.ofSeconds(30)),
                new Settings.InputLimits(false, Duration.ofDays(8), Duration.ofMinutes(5), 256, 1 << 20),
                List.of(alerts));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }

    /** Sends an event as a source would. */
    <V extends SpecificRecord> Center send(Topic<V> topic, String key, V value) {
        return sendBytes(topic, key, bytes(topic, value));
    }

    Center sendBytes(Topic<?> topic, String key, byte[] value) {
        return send(topic, key, value, new RecordHeaders());
    }

    /** Plays an event in afterwards, as from a backup. */
    <V extends SpecificRecord> Center replay(Topic<V> topic, String key, V value) {
        RecordHeaders headers = new RecordHeaders();
        ReplayMark.put(headers);
        return send(topic, key, bytes(topic, value), headers);
    }

    private Center send(Topic<?> topic, String key, byte[] value, Headers headers) {
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        inputs.computeIfAbsent(
                        topic.name(PREFIX),
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(bytes, value, headers, clock));
        return this;
    }

    /** A record as it travels. */
    <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        return wire.serde(topic.value()).serializer().serialize(topic.name(PREFIX), value);
    }

    /** Registers a schema that is not ours, under a subject of its own, and returns its id. */
    int register(Schema schema) {
        return SchemaRegistry.connect(registry).register("strange-" + UUID.randomUUID(), schema);
    }

    /** Lets time come to a moment: the clock of the machine, and a heartbeat. */
    Center at(Instant moment) {
        driver.advanceWallClockTime(Duration.between(clock, moment));
        clock = moment;
        return send(Topics.HEARTBEATS, null, new Heartbeat(moment, "test", false, null));
    }

    Center after(Duration duration) {
        return at(clock.plus(duration));
    }

    /** Lets time come to a moment at which the topic of calls ended at an offset. */
    Center atEnd(Instant moment, long endOfCalls) {
        driver.advanceWallClockTime(Duration.between(clock, moment));
        clock = moment;
        Map<String, Long> ends = Map.of(Topics.CALLS.name(PREFIX), endOfCalls);
        return send(Topics.HEARTBEATS, null, new Heartbeat(moment, "test", false, ends));
    }

    /** Lets the clock of the machine go on, and nothing else happen. */
    Center nothingFor(Duration duration) {
        driver.advanceWallClockTime(duration);
        clock = clock.plus(duration);
        return this;
    }

    /** Tells that nothing follows. */
    Center end() {
        return send(Topics.HEARTBEATS, null, new Heartbeat(clock, "test", true, null));
    }

    Instant now() {
        return clock;
    }

    /** All that has been written to a topic since the last look, with its keys. */
    <V extends SpecificRecord> List<TestRecord<String, V>> read(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(PREFIX),
                        new StringDeserializer(),
                        wire.serde(topic.value()).deserializer())
                .readRecordsToList();
    }

    <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        read(topic).forEach(record -> values.add(record.value()));
        return values;
    }

    /** The latest scorecard of a scope, a window and an attribution, as a reader of the compacted topic has it. */
    Optional<Scorecard> scorecard(Scope scope, String window, String attribution) {
        return Optional.ofNullable(scorecards().get(scope.key() + "|" + window + "|" + attribution));
    }

    /** The latest scorecards, as a reader of the compacted topic has them. */
    Map<String, Scorecard> scorecards() {
        read(Topics.SCORECARDS).forEach(record -> scorecards.put(record.key(), record.value()));
        return scorecards;
    }

    KpiValue kpi(Scope scope, String window, String attribution, String id) {
        return kpi(scorecard(scope, window, attribution).orElseThrow(), id);
    }

    static KpiValue kpi(Scorecard scorecard, String id) {
        return scorecard.getKpis().stream()
                .filter(kpi -> kpi.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<String> deadLetters() {
        return values(Topics.DEAD_LETTERS).stream().map(DeadLetter::getReason).toList();
    }

    /** What is shown once all that was sent is committed. */
    Shown shown() {
        driver.advanceWallClockTime(COMMITTED_AFTER);
        clock = clock.plus(COMMITTED_AFTER);
        return shown;
    }

    @Override
    public void close() {
        driver.close();
    }
}
