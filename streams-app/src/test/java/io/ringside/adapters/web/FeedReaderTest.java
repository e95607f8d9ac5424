package io.ringside.adapters.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class FeedReaderTest {
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Feed LIVE = new Feed(Feed.State.LIVE, TEN);
    private static final TopicPartition CARDS = new TopicPartition(SampleTopics.TOPICS.scorecards(), 0);
    private static final TopicPartition MARKS = new TopicPartition(SampleTopics.TOPICS.watermarks(), 0);
    private static final Scorecard SALES =
            SampleScorecards.queue("voice", "sales").card();
    private static final Scorecard CLAIMS =
            SampleScorecards.queue("voice", "claims").card();

    private final SampleTopics topics = new SampleTopics();
    private final BoardFold fold = new BoardFold(0, topics.decoder());
    private MockConsumer<String, byte[]> consumer;

    @BeforeEach
    void twoTopicsOfOnePartition() {
        consumer = new MockConsumer<>("earliest");
        for (TopicPartition partition : List.of(CARDS, MARKS)) {
            consumer.updatePartitions(
                    partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
        }
        consumer.updateBeginningOffsets(Map.of(CARDS, 0L, MARKS, 0L));
        consumer.updateEndOffsets(Map.of(CARDS, 0L, MARKS, 0L));
    }

    @Test
    void aReaderHasCaughtUpWhenItHasReadAllThatWasThereAtItsStart() {
        consumer.updateEndOffsets(Map.of(CARDS, 2L, MARKS, 0L));
        FeedReader reader = reader();
        scorecard(0, SALES);
        reader.step(Duration.ZERO);
        assertThat(reader.caughtUp()).isFalse();
        scorecard(1, CLAIMS);
        reader.step(Duration.ZERO);
        assertThat(reader.caughtUp()).isTrue();
        assertThat(board().scorecards(key -> true)).containsExactly(CLAIMS, SALES);
    }

    @Test
    void emptyTopicsAreReadAtOnce() {
        FeedReader reader = reader();
        assertThat(reader.step(Duration.ZERO)).isFalse();
        assertThat(reader.caughtUp()).isTrue();
    }

    @Test
    void aWatermarkCountsOnlyOnceTheScorecardsBesideItHaveBeenRead() {
        FeedReader reader = reader();
        reader.step(Duration.ZERO);
        consumer.updateEndOffsets(Map.of(CARDS, 1L, MARKS, 1L));
        watermark(0, TEN);
        reader.step(Duration.ZERO);
        assertThat(board().asOf()).as("the scorecard has not come yet").isEmpty();
        scorecard(0, SALES);
        reader.step(Duration.ZERO);
        assertThat(board().asOf()).contains(TEN);
    }

    @Test
    void watermarksThatComeMeanwhileWaitForAGoalOfTheirOwn() {
        FeedReader reader = reader();
        reader.step(Duration.ZERO);
        consumer.updateEndOffsets(Map.of(CARDS, 1L, MARKS, 1L));
        watermark(0, TEN);
        reader.step(Duration.ZERO);
        watermark(1, TEN.plusSeconds(1));
        scorecard(0, SALES);
        reader.step(Duration.ZERO);
        assertThat(board().asOf()).contains(TEN);
        consumer.updateEndOffsets(Map.of(CARDS, 1L, MARKS, 2L));
        reader.step(Duration.ZERO);
        assertThat(board().asOf()).contains(TEN.plusSeconds(1));
    }

    @Test
    void recordsThatAreNoneAreLeftOutAndTheRestGoesOn() {
        FeedReader reader = reader();
        consumer.addRecord(new ConsumerRecord<>(CARDS.topic(), 0, 0, "no key of ours", topics.bytes(SALES)));
        consumer.addRecord(new ConsumerRecord<>(CARDS.topic(), 0, 1, null, topics.bytes(SALES)));
        consumer.addRecord(new ConsumerRecord<>(CARDS.topic(), 0, 2, "all|30m|outcome", new byte[] {9, 9}));
        consumer.addRecord(new ConsumerRecord<>(MARKS.topic(), 0, 0, "kpis|0", new byte[] {1}));
        scorecard(3, SALES);
        reader.step(Duration.ZERO);
        assertThat(board().scorecards(key -> true)).containsExactly(SALES);
    }

    @Test
    void aTopicThatIsNotThereIsNamed() {
        consumer.updatePartitions(MARKS.topic(), List.of());
        assertThatThrownBy(this::reader)
                .isInstanceOf(MissingTopicException.class)
                .hasMessage("topic contact-center.watermarks.v1 is not there yet");
    }

    private FeedReader reader() {
        return new FeedReader(
                consumer, SampleTopics.TOPICS, topics::watermark, new SchemaGate(topics::scorecard), fold);
    }

    private void scorecard(long offset, Scorecard card) {
        consumer.addRecord(new ConsumerRecord<>(CARDS.topic(), 0, offset, SampleTopics.key(card), topics.bytes(card)));
    }

    private void watermark(long offset, Instant asOf) {
        byte[] bytes = topics.bytes(BoardFoldTest.watermark("kpis", 0, asOf));
        consumer.addRecord(new ConsumerRecord<>(MARKS.topic(), 0, offset, "kpis|0", bytes));
    }

    private Board board() {
        return fold.board(LIVE);
    }
}
