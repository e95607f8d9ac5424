package io.ringside.local.score;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import io.ringside.schemas.Topics;

/** Reads what the app has committed, until it has seen all of a replay. */
final class History {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, SpecificRecord> consumer;
    private final String prefix;

    /** @param consumer reads committed records only; of no group */
    History(Consumer<String, SpecificRecord> consumer, String prefix) {
        this.consumer = consumer;
        this.prefix = prefix;
    }

    /** Reads until every stage is past the end on every partition, and all they said until then is in. */
    void readUntil(Instant end, FinalScorecards into, Standstill standstill) {
        List<TopicPartition> history = partitions(Topics.SCORECARD_HISTORY.name(prefix));
        List<TopicPartition> watermarks = partitions(Topics.WATERMARKS.name(prefix));
        List<TopicPartition> letters = partitions(Topics.DEAD_LETTERS.name(prefix));
        List<TopicPartition> all =
                Stream.of(history, watermarks, letters).flatMap(List::stream).toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        while (!into.isPast(end, history.size())) {
            poll(into, standstill);
        }
        // A scorecard is committed no later than the watermark that follows it, but may be fetched after it.
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            poll(into, standstill);
        }
    }

    private void poll(FinalScorecards into, Standstill standstill) {
        ConsumerRecords<String, SpecificRecord> records = consumer.poll(POLL);
        records.forEach(into::take);
        if (records.isEmpty()) {
            standstill.requireHope();
        } else {
            standstill.moved();
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}
