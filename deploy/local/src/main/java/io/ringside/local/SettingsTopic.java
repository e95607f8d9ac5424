package io.ringside.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.ringside.config.KafkaSettings;
import io.ringside.core.definitions.Change;
import io.ringside.schemas.KafkaCluster;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topics;
import io.ringside.schemas.settings.SettingsChange;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.schemas.wire.WireFormat;
import io.ringside.topology.ChangeRecords;

/** The topic of settings in a cluster, for those who look at it and those who write to it. */
final class SettingsTopic {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaSettings kafka;
    private final WireFormat wire;
    private final TopicPartition partition;

    SettingsTopic(KafkaSettings kafka) {
        this.kafka = kafka;
        this.wire = WireFormat.open(kafka.registry());
        this.partition = new TopicPartition(Topics.SETTINGS.name(kafka.topicPrefix()), 0);
    }

    /**
     * What is written there.
     *
     * @param changes in the order in which they were written
     * @param unreadable what cannot be read, in words
     */
    record Written(List<Change> changes, List<String> unreadable) {}

    /**
     * Refuses to go on without a cluster.
     *
     * @throws SettingsFailed if it does not answer
     */
    void requireCluster() throws InterruptedException {
        Optional<String> wrong = KafkaCluster.presence(client()).ask();
        if (wrong.isPresent()) {
            throw new SettingsFailed(wrong.get());
        }
    }

    /** Reads all that is there; nothing where there is no topic. */
    Written read() {
        Map<String, Object> config = client();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Written written = new Written(new ArrayList<>(), new ArrayList<>());
            if (consumer.listTopics(ANSWERED_WITHIN).containsKey(partition.topic())) {
                consumer.assign(Set.of(partition));
                consumer.seekToBeginning(Set.of(partition));
                readTo(end(consumer), consumer, written);
            }
            return written;
        } catch (KafkaException e) {
            throw new SettingsFailed("The settings cannot be read: " + e.getMessage(), e);
        }
    }

    private long end(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.endOffsets(Set.of(partition), ANSWERED_WITHIN).get(partition);
    }

    private void readTo(long end, KafkaConsumer<byte[], byte[]> consumer, Written written) {
        long deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
        while (consumer.position(partition, ANSWERED_WITHIN) < end) {
            if (System.nanoTime() > deadline) {
                throw new SettingsFailed(
                        partition + " was not read to its end within " + ANSWERED_WITHIN.toSeconds() + " s");
            }
            consumer.poll(POLL).forEach(record -> read(record, written));
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Written written) {
        String where = partition + "@" + record.offset();
        if (record.value() == null) {
            written.unreadable.add(where + ": has no value");
            return;
        }
        try {
            SettingsChange change =
                    wire.serde(SettingsChange.class).deserializer().deserialize(record.topic(), record.value());
            written.changes.add(ChangeRecords.read(change, record.timestamp()));
        } catch (UndecodableRecordException e) {
            written.unreadable.add(where + ": " + e.getMessage());
        }
    }

    /** Creates the topic where it is missing, and has the registry know what is written. */
    void prepare() throws InterruptedException {
        wire.prepare(Topics.SETTINGS, kafka.topicPrefix());
        new MissingTopics(kafka.topicPrefix(), kafka.partitions()).create(client(), List.of(Topics.SETTINGS));
    }

    /**
     * Writes a change that rests on all that is there. Whoever begins later takes the turn of whoever has not ended:
     * of two at a time one writes, and the other is told.
     *
     * @param decision makes a change of what is written, or none
     * @return what was written
     * @throws SettingsFailed if somebody else had a turn meanwhile, or the cluster refuses; nothing was written
     */
    Optional<Change> write(Decision decision) {
        Map<String, Object> config = client();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, kafka.topicPrefix() + "settings");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) ANSWERED_WITHIN.toMillis());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            Optional<Change> change = decision.of(read());
            if (change.isPresent()) {
                producer.beginTransaction();
                // What goes wrong with it is thrown by the commit.
                var unused = producer.send(record(change.get()));
                producer.commitTransaction();
            }
            return change;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new SettingsFailed(
                    "somebody else sets settings at this moment; nothing was written. Look at them, and try again", e);
        } catch (KafkaException e) {
            throw new SettingsFailed("Kafka does not take the settings: " + e.getMessage(), e);
        }
    }

    /** What to write after all that is written. */
    interface Decision {
        Optional<Change> of(Written written);
    }

    private ProducerRecord<byte[], byte[]> record(Change change) {
        byte[] value = wire.serde(SettingsChange.class)
                .serializer()
                .serialize(partition.topic(), ChangeRecords.toAvro(change));
        return new ProducerRecord<>(
                partition.topic(),
                partition.partition(),
                change.at().toEpochMilli(),
                ChangeRecords.key(change).getBytes(StandardCharsets.UTF_8),
                value);
    }

    private Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(kafka.properties());
        client.put("bootstrap.servers", kafka.bootstrapServers());
        return client;
    }
}
