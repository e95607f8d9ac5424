package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;

import io.ringside.proof.Sending;
import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.settings.SettingsChange;
import io.ringside.schemas.wire.WireFormat;

/**
 * The whole topology on several partitions, without a broker: a driver for each partition. What travels between them is
 * carried over in the order in which one sent it to another; who is served first is the test's to say.
 */
final class Partitions implements AutoCloseable {
    private static final String PREFIX = "test.";

    private final String id = UUID.randomUUID().toString();
    private final WireFormat wire = WireFormat.open(Map.of("schema.registry.url", "mock://" + id));
    private final List<TopologyTestDriver> drivers = new ArrayList<>();
    private final Map<Road, ArrayDeque<Record<String, KpiInput>>> roads = new TreeMap<>();
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private Instant clock;

    /** The way of records from one partition to another. */
    private record Road(String topic, int from, int to) implements Comparable<Road> {
        @Override
        public int compareTo(Road other) {
            return toString().compareTo(other.toString());
        }
    }

    Partitions(Settings settings, Instant clock) {
        this.clock = clock;
        for (int partition = 0; partition < settings.partitions(); partition++) {
            Properties properties = properties(partition);
            drivers.add(new TopologyTestDriver(
                    ContactCenterTopology.build(settings, wire, new Shown(), properties), properties, clock));
        }
    }

    private Properties properties(int partition) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application(partition));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, System.getProperty("java.io.tmpdir"));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, OnePartition.class);
        properties.put(OnePartition.PARTITION, partition);
        properties.put(OnePartition.AWAY, (OnePartition.Away) (topic, record) -> {
            roads.computeIfAbsent(new Road(topic, partition, record.value().to()), road -> new ArrayDeque<>())
                    .add(record);
        });
        return properties;
    }

    /** Each partition's state stands in a folder of its own. */
    private String application(int partition) {
        return "partition-" + partition + "-" + id;
    }

    /** The partition that a producer chooses for a key. */
    private static int byKey(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** Lets the clock of the machines come to a moment; it is never set back. */
    void at(Instant moment) {
        if (!moment.isAfter(clock)) {
            return;
        }
        drivers.forEach(driver -> driver.advanceWallClockTime(Duration.between(clock, moment)));
        clock = moment;
    }

    /** Sends an event as a source would. */
    <V extends SpecificRecord> void send(Topic<V> topic, String key, V event) {
        send(topic, key, event, new RecordHeaders());
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V event, Headers headers) {
        byte[] value = wire.serde(topic.value()).serializer().serialize(topic.name(PREFIX), event);
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        pipe(byKey(key, drivers.size()), topic.name(PREFIX), new TestRecord<>(bytes, value, headers, clock));
    }

    void send(Sending sending) {
        send(sending, false);
    }

    @SuppressWarnings("unchecked") // a topic and its event are put together by whoever makes one
    void send(Sending sending, boolean isReplay) {
        RecordHeaders headers = new RecordHeaders();
        if (isReplay) {
            ReplayMark.put(headers);
        }
        send((Topic<SpecificRecord>) sending.topic(), sending.key(), sending.event(), headers);
    }

    /** Changes settings, for all partitions. */
    void change(SettingsChange change) {
        String topic = Topics.SETTINGS.name(PREFIX);
        byte[] value = wire.serde(SettingsChange.class).serializer().serialize(topic, change);
        for (int partition = 0; partition < drivers.size(); partition++) {
            pipe(partition, topic, "1".getBytes(StandardCharsets.UTF_8), value);
        }
    }

    /** Tells one partition that time has come to where the clock is. */
    void beat(int partition, boolean last) {
        Heartbeat heartbeat = new Heartbeat(clock, "test", last, null);
        String topic = Topics.HEARTBEATS.name(PREFIX);
        pipe(partition, topic, null, wire.serde(Heartbeat.class).serializer().serialize(topic, heartbeat));
    }

    /** Carries one record to where it goes; false when nothing is on its way. */
    boolean carryOne(Random random) {
        List<Road> busy = roads.keySet().stream()
                .filter(road -> !roads.get(road).isEmpty())
                .toList();
        if (busy.isEmpty()) {
            return false;
        }
        Road road = busy.get(random.nextInt(busy.size()));
        Record<String, KpiInput> record = roads.get(road).remove();
        String topic = application(road.to()) + "-" + road.topic() + "-repartition";
        byte[] value = KpiInput.CODEC.serde().serializer().serialize(topic, record.value());
        pipe(road.to(), topic, record.key().getBytes(StandardCharsets.UTF_8), value);
        return true;
    }

    private void pipe(int partition, String topic, byte[] key, byte[] value) {
        pipe(partition, topic, new TestRecord<>(key, value, new RecordHeaders(), clock));
    }

    private void pipe(int partition, String topic, TestRecord<byte[], byte[]> record) {
        inputs.computeIfAbsent(partition + topic, name -> drivers.get(partition)
                        .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(record);
    }

    int count() {
        return drivers.size();
    }

    Instant now() {
        return clock;
    }

    /** What was written to a topic since the last look; each partition's in order. */
    <V extends SpecificRecord> List<TestRecord<String, V>> read(Topic<V> topic) {
        List<TestRecord<String, V>> records = new ArrayList<>();
        for (TopologyTestDriver driver : drivers) {
            // A topic that was never written to has no reader.
            if (driver.producedTopicNames().contains(topic.name(PREFIX))) {
                records.addAll(driver.createOutputTopic(
                                topic.name(PREFIX),
                                new StringDeserializer(),
                                wire.serde(topic.value()).deserializer())
                        .readRecordsToList());
            }
        }
        return records;
    }

    @Override
    public void close() {
        drivers.forEach(TopologyTestDriver::close);
    }
}
