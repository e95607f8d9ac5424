package io.ringside.topology;

import java.util.List;
import java.util.Properties;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

import io.ringside.core.scorecards.Scorecard;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.alerts.Alert;
import io.ringside.schemas.wire.WireFormat;

import static io.ringside.topology.ContactsToKpis.KPIS;
import static io.ringside.topology.ContactsToKpis.ROLLUPS;

/**
 * The whole map.
 *
 * <pre>
 * settings ──► definitions, on every instance
 *
 * queue-snapshots, where they are read ──► all partitions of contacts
 *
 * calls chats tickets surveys agents heartbeats
 *    └► contacts ──► contacts, dead-letters
 *          └─ facts ─► kpis of queues and agents ──► scorecards, scorecard-history, alerts, watermarks
 *                         └─ parts ─► kpis of channels, sites, teams, all ──► the same
 * </pre>
 */
public final class ContactCenterTopology {
    private final Settings settings;
    private final WireFormat wire;
    private final Observer observer;
    private final Patience patience;

    private ContactCenterTopology(Settings settings, WireFormat wire, Observer observer, Patience patience) {
        this.settings = settings;
        this.wire = wire;
        this.observer = observer;
        this.patience = patience;
    }

    /** Builds the topology for a world in which nobody is ever away. */
    public static Topology build(Settings settings, WireFormat wire, Observer observer, Properties streams) {
        return build(settings, wire, observer, streams, Patience.NONE);
    }

    /**
     * Builds the topology.
     *
     * @param patience waits for a registry that is away where no thread could be replaced
     */
    static Topology build(
            Settings settings, WireFormat wire, Observer observer, Properties streams, Patience patience) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        new ContactCenterTopology(settings, wire, observer, patience).draw(builder);
        return builder.build(streams);
    }

    private void draw(StreamsBuilder builder) {
        builder.addGlobalStore(
                SettingsToDefinitions.store(),
                topic(Topics.SETTINGS),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("settings"),
                () -> new SettingsToDefinitions(settings, wire, observer, patience));
        KStream<byte[], byte[]> events = stream(builder, InputTopics.names(settings), "events");
        KStream<Object, Object> input = ofAnything(events);
        if (settings.readsSnapshots()) {
            KStream<byte[], byte[]> snapshots = stream(builder, Set.of(topic(Topics.QUEUE_SNAPSHOTS)), "snapshots");
            input = input.merge(ofAnything(toldToAll(snapshots, events)), Named.as("snapshots-join"));
        }
        KStream<String, Object> contacts = input.process(
                new Arrow<>(
                        StageStores.ofContacts(settings),
                        () -> new EventsToContacts(settings, new InputTopics(settings, wire), observer)),
                Named.as("contacts-fold"));
        write(contacts, Way.ROWS, Topics.CONTACTS, wire.serializer(Topics.CONTACTS, ContactRows::write));
        write(contacts, Way.DEAD_LETTERS, Topics.DEAD_LETTERS);

        KStream<String, Object> kpis = tallied(Way.FACTS.outOf(contacts), "facts", KPIS);
        scored(kpis, KPIS);
        KStream<String, Object> rollUps = tallied(Way.PARTS.outOf(kpis), "parts", ROLLUPS);
        scored(rollUps, ROLLUPS);
    }

    private static KStream<byte[], byte[]> stream(StreamsBuilder builder, Set<String> topics, String name) {
        return builder.stream(
                topics,
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withName(name)
                        .withTimestampExtractor(ContactCenterTopology::timestamp));
    }

    /** Lets snapshots in on the partition that they came to, and hears the heartbeats there; all are told of them. */
    private KStream<String, KpiInput> toldToAll(KStream<byte[], byte[]> snapshots, KStream<byte[], byte[]> events) {
        KStream<String, Object> admitted = snapshots
                .merge(events, Named.as("snapshots-hear"))
                .process(
                        new Arrow<>(
                                List.of(StageStores.ofSnapshots()),
                                () -> new SnapshotsToContacts(settings, new InputTopics(settings, wire), observer)),
                        Named.as("snapshots-admit"));
        write(admitted, Way.REFUSED_SNAPSHOTS, Topics.DEAD_LETTERS);
        return addressed(Way.SNAPSHOTS.outOf(admitted), "snapshots");
    }

    @SuppressWarnings("unchecked") // whoever reads it takes anything
    private static KStream<Object, Object> ofAnything(KStream<?, ?> stream) {
        return (KStream<Object, Object>) stream;
    }

    /** A record without a timestamp, which old clients may write, must not stop the stream. */
    static long timestamp(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
    }

    /** Sends what changes the counts to the partition of its scope, and keeps the counts there. */
    private KStream<String, Object> tallied(KStream<String, KpiInput> input, String topic, String stage) {
        return addressed(input, topic)
                .process(
                        new Arrow<>(StageStores.ofLedger(stage), () -> new ContactsToKpis(stage, settings, observer)),
                        Named.as(stage + "-tally"));
    }

    private KStream<String, KpiInput> addressed(KStream<String, KpiInput> input, String topic) {
        return input.repartition(Repartitioned.<String, KpiInput>as(topic)
                .withKeySerde(Serdes.String())
                .withValueSerde(KpiInput.CODEC.serde())
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner(new Addressed()));
    }

    /** Reads scorecards off the counts, judges them, and writes all out. */
    private void scored(KStream<String, Object> kpis, String stage) {
        KStream<String, Object> scored = kpis.process(
                () -> new KpisToScorecards(stage, settings, observer),
                Named.as(Way.score(stage).node()));
        write(scored, Way.scorecards(stage), Topics.SCORECARDS, scorecards(Topics.SCORECARDS));
        write(scored, Way.history(stage), Topics.SCORECARD_HISTORY, scorecards(Topics.SCORECARD_HISTORY));
        write(scored, Way.watermarks(stage), Topics.WATERMARKS);
        KStream<String, Alert> alerts = scored.process(
                new Arrow<>(
                        List.of(StageStores.ofAlerts(stage)),
                        () -> new ScorecardsToAlerts(StageStores.alertsOf(stage), settings)),
                Named.as(Way.judge(stage).node()));
        alerts.to(
                topic(Topics.ALERTS),
                Produced.with(Serdes.String(), wire.serde(Alert.class)).withName(stage + "-alerts-write"));
    }

    private Serializer<Scorecard> scorecards(Topic<io.ringside.schemas.scorecards.Scorecard> topic) {
        return wire.serializer(topic, ScorecardRecords::write);
    }

    private <V extends SpecificRecord> void write(KStream<String, Object> stream, Way<V> way, Topic<V> topic) {
        write(stream, way, topic, wire.serde(topic.value()).serializer());
    }

    private <V> void write(KStream<String, Object> stream, Way<V> way, Topic<?> topic, Serializer<V> values) {
        Serde<V> serde = Serdes.serdeFrom(values, (name, bytes) -> {
            throw new UnsupportedOperationException("what is written to " + name + " is not read here");
        });
        way.outOf(stream).to(topic(topic), Produced.with(Serdes.String(), serde).withName(way.node()));
    }

    private String topic(Topic<?> topic) {
        return topic.name(settings.topicPrefix());
    }
}
