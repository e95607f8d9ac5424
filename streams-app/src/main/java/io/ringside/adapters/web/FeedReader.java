package io.ringside.adapters.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.scorecards.Watermark;
import io.ringside.schemas.wire.UndecodableRecordException;

/**
 * Reads both topics from their beginning with one consumer, in steps.
 *
 * <p>A watermark counts only once all scorecards have been read that stood in the topic when it was read: records of two
 * topics come in no order, and a board must not claim a moment that its figures have not reached.
 */
final class FeedReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    /** How long a question to the broker may take. */
    static final Duration ANSWER = Duration.ofSeconds(3);

    private final Consumer<String, byte[]> consumer;
    private final String scorecards;
    private final Set<TopicPartition> partitions = new HashSet<>();
    private final Function<byte[], Watermark> watermarks;
    private final SchemaGate gate;
    private final BoardFold fold;
    private final Set<String> refusedKeys = new HashSet<>();

    private Map<TopicPartition, Long> goal;
    private List<Watermark> held = new ArrayList<>();
    private List<Watermark> arrived = new ArrayList<>();
    private boolean caughtUp;

    /**
     * Begins to read.
     *
     * @throws MissingTopicException if a topic is not there yet
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    FeedReader(
            Consumer<String, byte[]> consumer,
            FeedTopics topics,
            Function<byte[], Watermark> watermarks,
            SchemaGate gate,
            BoardFold fold) {
        this.consumer = consumer;
        this.scorecards = topics.scorecards();
        this.watermarks = watermarks;
        this.gate = gate;
        this.fold = fold;
        topics.names().forEach(topic -> consumer.partitionsFor(topic, ANSWER)
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        topics.names().forEach(this::mustHavePartitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        goal = consumer.endOffsets(partitions, ANSWER);
    }

    private void mustHavePartitions(String topic) {
        if (partitions.stream().noneMatch(partition -> partition.topic().equals(topic))) {
            throw new MissingTopicException(topic);
        }
    }

    /**
     * Takes what has come, waiting for it at most this long.
     *
     * @return whether anything came
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer when it has to
     * @throws io.ringside.schemas.wire.RegistryException if a schema is new and cannot be had
     */
    boolean step(Duration atMost) {
        boolean any = false;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(atMost)) {
            take(record);
            any = true;
        }
        aim();
        return any;
    }

    /** Whether everything has been read that was there when reading began. */
    boolean caughtUp() {
        return caughtUp;
    }

    /** Asks the broker for anything, to learn whether it is there. */
    void probe() {
        consumer.endOffsets(partitions, ANSWER);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            if (!record.topic().equals(scorecards)) {
                takeWatermark(record.value());
            } else {
                takeScorecard(record.key(), record.value());
            }
        } catch (UndecodableRecordException | IllegalArgumentException e) {
            if (refusedKeys.add(record.topic())) {
                LOG.warn(
                        "Left out {}-{} at {}, and will leave out others like it: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
    }

    private void takeScorecard(String key, byte[] value) {
        if (key == null) {
            throw new IllegalArgumentException("a scorecard without a key");
        }
        if (value != null) {
            gate.pass(value);
        }
        fold.post(key, value);
    }

    private void takeWatermark(byte[] value) {
        if (value != null) {
            arrived.add(watermarks.apply(value));
        }
    }

    /** Lets watermarks count whose goal is reached, and sets a goal for those that came since. */
    private void aim() {
        if (goal == null && arrived.isEmpty()) {
            return;
        }
        if (goal == null) {
            goal = new HashMap<>(consumer.endOffsets(partitions, ANSWER));
            held = arrived;
            arrived = new ArrayList<>();
        }
        if (goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue())) {
            held.forEach(fold::advance);
            held = new ArrayList<>();
            goal = null;
            caughtUp = true;
        }
    }
}
