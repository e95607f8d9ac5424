package io.ringside.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Scorecard;

/** Reads the scorecards topic as any consumer downstream would, and notes what queues were offered today. */
final class OfferedInTopic implements AutoCloseable {
    private final Offered offered = new Offered();
    private final KafkaConsumer<String, Scorecard> consumer;
    private final Thread thread = new Thread(this::read, "offered-in-topic");
    private volatile boolean closing;

    private OfferedInTopic(KafkaConsumer<String, Scorecard> consumer) {
        this.consumer = consumer;
    }

    static OfferedInTopic start(Ground ground) {
        Map<String, Object> config = new HashMap<>(ground.client());
        config.put("isolation.level", "read_committed");
        KafkaConsumer<String, Scorecard> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                ground.wire().serde(Scorecard.class).deserializer());
        List<TopicPartition> partitions = IntStream.range(0, Ground.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.SCORECARDS.name(Topics.DEFAULT_PREFIX), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        OfferedInTopic topic = new OfferedInTopic(consumer);
        topic.thread.start();
        return topic;
    }

    private void read() {
        while (!closing) {
            for (ConsumerRecord<String, Scorecard> record : consumer.poll(Duration.ofMillis(100))) {
                if (record.key().startsWith("queue/voice/") && record.key().endsWith("|today|outcome")) {
                    long count = record.value().getKpis().stream()
                            .filter(kpi -> kpi.getId().equals("offered"))
                            .mapToLong(kpi -> kpi.getValue().longValue())
                            .sum();
                    offered.note(record.value().getQueue(), count, System.nanoTime());
                }
            }
        }
        consumer.close();
    }

    void awaitAll(Map<String, List<Long>> sent) {
        offered.awaitAll(sent);
    }

    List<Long> latencies(Map<String, List<Long>> sent) {
        return offered.latencies(sent);
    }

    @Override
    public void close() {
        closing = true;
        Uninterrupted.join(thread);
    }
}
