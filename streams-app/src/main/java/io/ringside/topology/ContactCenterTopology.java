package io.ringside.topology;

import java.util.List;
import java.util.Properties;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
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
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.scorecards.Watermark;
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
        write(contacts, ContactRow.class, Topics.CONTACTS, "contacts-write");
        write(contacts, DeadLetter.class, Topics.DEAD_LETTERS, "dead-letters-write");

        KStream<String, Object> kpis = tallied(only(contacts, KpiInput.class, "facts-keep"), "facts", KPIS);
        scored(kpis, KPIS);
        KStream<String, Object> rollUps = tallied(only(kpis, KpiInput.class, "parts-keep"), "parts", ROLLUPS);
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
        write(admitted, DeadLetter.class, Topics.DEAD_LETTERS, "snapshots-refused-write");
        return addressed(only(admitted, KpiInput.class, "snapshots-keep"), "snapshots");
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
        KStream<String, Object> scored =
                kpis.process(() -> new KpisToScorecards(stage, settings, observer), Named.as(stage + "-score"));
        KStream<String, Scorecard> scorecards = only(scored, Scorecard.class, stage + "-scorecards-keep");
        scorecards
                .filterNot((key, scorecard) -> scorecard.isFinal(), Named.as(stage + "-scorecards-open"))
                .mapValues(ScorecardRecords::toAvro, Named.as(stage + "-scorecards-render"))
                .to(topic(Topics.SCORECARDS), produced(Topics.SCORECARDS, stage + "-scorecards-write"));
        scorecards
                .filter((key, scorecard) -> scorecard.isFinal(), Named.as(stage + "-scorecards-final"))
                .selectKey((key, scorecard) -> scorecard.historyKey(), Named.as(stage + "-history-key"))
                .mapValues(ScorecardRecords::toAvro, Named.as(stage + "-history-render"))
                .to(topic(Topics.SCORECARD_HISTORY), produced(Topics.SCORECARD_HISTORY, stage + "-history-write"));
        write(scored, Watermark.class, Topics.WATERMARKS, stage + "-watermarks-write");
        KStream<String, Alert> alerts = scored.process(
                new Arrow<>(
                        List.of(StageStores.ofAlerts(stage)),
                        () -> new ScorecardsToAlerts(StageStores.alertsOf(stage), settings)),
                Named.as(stage + "-judge"));
        alerts.to(topic(Topics.ALERTS), produced(Topics.ALERTS, stage + "-alerts-write"));
    }

    private <V extends SpecificRecord> void write(
            KStream<String, Object> stream, Class<V> type, Topic<V> topic, String name) {
        only(stream, type, name + "-keep").to(topic(topic), produced(topic, name));
    }

    private static <V> KStream<String, V> only(KStream<String, Object> stream, Class<V> type, String name) {
        return stream.filter((key, value) -> type.isInstance(value), Named.as(name))
                .mapValues(type::cast, Named.as(name + "-cast"));
    }

    private String topic(Topic<?> topic) {
        return topic.name(settings.topicPrefix());
    }

    private <V extends SpecificRecord> Produced<String, V> produced(Topic<V> topic, String name) {
        return Produced.with(Serdes.String(), wire.serde(topic.value())).withName(name);
    }
}
