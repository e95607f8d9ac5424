package io.ringside.local;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

import io.ringside.config.Configuration;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.kpis.WindowPlan;
import io.ringside.producers.Emitted;
import io.ringside.producers.EventLines;
import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.wire.WireFormat;
import io.ringside.topology.ContactCenterTopology;
import io.ringside.topology.Settings;

/** The whole topology on one partition, with time told by the lines of a story. */
final class StoryStage implements AutoCloseable {
    private static final String PREFIX = "story.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private final WireFormat wire = WireFormat.open(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
    private final EventLines lines = new EventLines("story");
    private final TopologyTestDriver driver;
    private Instant now = BEFORE;
    private Map<String, Scorecard> closed;
    private List<String> deadLetters;

    StoryStage(Configuration configuration) {
        Settings settings = new Settings(
                PREFIX,
                1,
                Topics.sources(),
                new CurrentDefinitions(configuration.settings()),
                new WindowPlan(
                        true,
                        Duration.ofMinutes(30),
                        false,
                        Duration.ofSeconds(10),
                        Duration.ofDays(8),
                        Duration.ofDays(100),
                        Set.of(),
                        DayOfWeek.MONDAY),
                new ContactLimits(
                        Duration.ofHours(12),
                        Duration.ofDays(90),
                        Duration.ofDays(8),
                        Duration.ofDays(2),
                        10_000,
                        Duration.ofSeconds(30)),
                new Settings.InputLimits(false, Duration.ofDays(8), Duration.ofMinutes(5), 256, 1 << 20),
                List.of());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "story");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        driver = new TopologyTestDriver(
                ContactCenterTopology.build(settings, wire, new Unseen(), properties), properties, BEFORE);
    }

    void play(List<String> story) throws JsonProcessingException {
        for (int number = 1; number <= story.size(); number++) {
            String line = story.get(number - 1);
            JsonNode told = line.isBlank() || line.startsWith("#") ? JSON.createObjectNode() : JSON.readTree(line);
            if (told.has("now")) {
                comeTo(Instant.parse(told.get("now").asText()));
            } else {
                JsonNode replay = ((ObjectNode) told).remove("replay");
                String event = told.isEmpty() ? "" : told.toString();
                lines.read(event, number).ifPresent(it -> send(it, replay != null && replay.asBoolean()));
            }
        }
        read();
    }

    private void send(Emitted event, boolean isReplay) {
        if (event.occurredAt().isAfter(now)) {
            comeTo(event.occurredAt());
        }
        Headers headers = new RecordHeaders();
        if (isReplay) {
            ReplayMark.put(headers);
        }
        send(event.topic(), event.key(), event.value(), headers);
    }

    private void comeTo(Instant moment) {
        driver.advanceWallClockTime(Duration.between(now, moment));
        now = moment;
        send(Topics.HEARTBEATS, "", new Heartbeat(moment, "story", false, null), new RecordHeaders());
    }

    private void send(Topic<? extends SpecificRecord> topic, String key, SpecificRecord value, Headers headers) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        driver.createInputTopic(topic.name(PREFIX), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(bytes, bytes(topic, value), headers, now));
    }

    private <V extends SpecificRecord> byte[] bytes(Topic<V> topic, SpecificRecord value) {
        return wire.serde(topic.value())
                .serializer()
                .serialize(topic.name(PREFIX), topic.value().cast(value));
    }

    private void read() {
        closed = new HashMap<>();
        output(Topics.SCORECARD_HISTORY).forEach(record -> closed.put(record.key(), record.value()));
        deadLetters = output(Topics.DEAD_LETTERS).stream()
                .map(TestRecord::value)
                .map(DeadLetter::getReason)
                .toList();
    }

    private <V extends SpecificRecord> List<TestRecord<String, V>> output(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(PREFIX),
                        new StringDeserializer(),
                        wire.serde(topic.value()).deserializer())
                .readRecordsToList();
    }

    /** The last statement of each closed window, by its key in the history. */
    Map<String, Scorecard> closed() {
        return closed;
    }

    /** Why things were set aside, in order. */
    List<String> deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        driver.close();
    }
}
