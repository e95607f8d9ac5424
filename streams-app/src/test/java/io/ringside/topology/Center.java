package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

import io.ringside.core.alerts.AlertRule;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.WindowPlan;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.wire.WireFormat;

/** A contact center in a test: the whole topology on one partition, time in the test's hands. */
final class Center implements AutoCloseable {
    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final String PREFIX = "test.";

    private final WireFormat wire = WireFormat.open(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
    private final Shown shown = new Shown();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();

    Center(Definitions definitions, AlertRule... alerts) {
        Settings settings = new Settings(
                PREFIX,
                1,
                definitions,
                new WindowPlan(
                        true,
                        Duration.ofMinutes(30),
                        true,
                        Duration.ofSeconds(10),
                        Duration.ofDays(8),
                        Duration.ofDays(100)),
                new ContactLimits(
                        Duration.ofHours(12), Duration.ofDays(90), Duration.ofDays(8), Duration.ofDays(2), 10_000),
                new Settings.InputLimits(false, Duration.ofDays(8), Duration.ofMinutes(5), 256, 1 << 20),
                List.of(alerts));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(
                ContactCenterTopology.build(settings, wire, shown, properties), properties, NINE);
        clock = NINE;
    }

    private Instant clock;

    /** Sends an event as a source would. */
    <V extends SpecificRecord> Center send(Topic<V> topic, String key, V value) {
        return sendBytes(topic, key, wire.serde(topic.value()).serializer().serialize(topic.name(PREFIX), value));
    }

    Center sendBytes(Topic<?> topic, String key, byte[] value) {
        inputs.computeIfAbsent(
                        topic.name(PREFIX),
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, clock);
        return this;
    }

    /** Lets time come to a moment: the clock of the machine, and a heartbeat. */
    Center at(Instant moment) {
        driver.advanceWallClockTime(Duration.between(clock, moment));
        clock = moment;
        return send(Topics.HEARTBEATS, null, new Heartbeat(moment, "test", false));
    }

    Center after(Duration duration) {
        return at(clock.plus(duration));
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

    private final Map<String, Scorecard> scorecards = new HashMap<>();

    /** The latest scorecard of a scope, a window and an attribution, as a reader of the compacted topic has it. */
    Optional<Scorecard> scorecard(Scope scope, String window, String attribution) {
        read(Topics.SCORECARDS).forEach(record -> scorecards.put(record.key(), record.value()));
        return Optional.ofNullable(scorecards.get(scope.key() + "|" + window + "|" + attribution));
    }

    KpiValue kpi(Scope scope, String window, String attribution, String id) {
        return scorecard(scope, window, attribution).orElseThrow().getKpis().stream()
                .filter(kpi -> kpi.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<String> deadLetters() {
        return values(Topics.DEAD_LETTERS).stream().map(DeadLetter::getReason).toList();
    }

    Shown shown() {
        return shown;
    }

    @Override
    public void close() {
        driver.close();
    }

    static final ZoneId ZONE = ZoneId.of("UTC");
}
