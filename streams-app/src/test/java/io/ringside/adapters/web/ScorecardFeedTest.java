package io.ringside.adapters.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class ScorecardFeedTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Scorecard SALES =
            SampleScorecards.queue("voice", "sales").card();
    private static final Scorecard CLAIMS =
            SampleScorecards.queue("voice", "claims").card();

    private final SampleTopics topics = new SampleTopics();
    private final Queue<Supplier<Consumer<String, byte[]>>> connections = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void aFeedThatCannotReachKafkaSaysSoAndTriesAgain() {
        connections.add(() -> {
            throw new KafkaException("Failed to construct kafka consumer", new KafkaException("no broker answers"));
        });
        connections.add(() -> holding(SALES));
        try (ScorecardFeed feed = feed()) {
            await().atMost(SOON).until(() -> feed.board().feed().state() == Feed.State.LOST);
            assertThat(feed.board().feed().reason()).isEqualTo("no broker answers");
            awaitLive(feed);
            assertThat(feed.board().scorecards(key -> true)).containsExactly(SALES);
        }
    }

    @Test
    void aFeedThatIsLostKeepsItsBoardAndReadsAnewWhenItIsBack() {
        MockConsumer<String, byte[]> first = holding(SALES);
        connections.add(() -> first);
        try (ScorecardFeed feed = feed()) {
            awaitLive(feed);
            first.setPollException(new KafkaException("the broker has gone"));
            await().atMost(SOON).until(() -> feed.board().feed().state() == Feed.State.LOST);
            assertThat(feed.board().scorecards(key -> true)).containsExactly(SALES);
            connections.add(() -> holding(CLAIMS));
            awaitLive(feed);
            assertThat(feed.board().scorecards(key -> true))
                    .as("what went away meanwhile is not shown")
                    .containsExactly(CLAIMS);
        }
        assertThat(first.closed()).isTrue();
    }

    @Test
    void topicsThatAreNotThereYetAreWaitedFor() {
        connections.add(() -> new MockConsumer<>("earliest"));
        connections.add(() -> holding(SALES));
        try (ScorecardFeed feed = feed()) {
            awaitLive(feed);
            assertThat(opened.get()).isGreaterThanOrEqualTo(2);
        }
    }

    private ScorecardFeed feed() {
        Supplier<Consumer<String, byte[]>> next = () -> {
            opened.incrementAndGet();
            Supplier<Consumer<String, byte[]>> connection = connections.poll();
            if (connection == null) {
                throw new KafkaException("still gone");
            }
            return connection.get();
        };
        return new ScorecardFeed(next, SampleTopics.TOPICS, topics::scorecard, topics::watermark, Clock.systemUTC())
                .begin();
    }

    private static void awaitLive(ScorecardFeed feed) {
        await().atMost(SOON).until(() -> feed.board().feed().state() == Feed.State.LIVE);
    }

    /** A broker whose scorecards' topic holds one record. */
    private MockConsumer<String, byte[]> holding(Scorecard card) {
        TopicPartition cards = new TopicPartition(SampleTopics.TOPICS.scorecards(), 0);
        TopicPartition marks = new TopicPartition(SampleTopics.TOPICS.watermarks(), 0);
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        for (TopicPartition partition : List.of(cards, marks)) {
            consumer.updatePartitions(
                    partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
        }
        consumer.updateBeginningOffsets(Map.of(cards, 0L, marks, 0L));
        consumer.updateEndOffsets(Map.of(cards, 1L, marks, 0L));
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>(cards.topic(), 0, 0, SampleTopics.key(card), topics.bytes(card))));
        return consumer;
    }
}
