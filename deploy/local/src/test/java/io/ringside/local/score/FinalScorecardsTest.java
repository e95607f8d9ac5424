package io.ringside.local.score;

import java.time.Instant;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;
import io.ringside.schemas.scorecards.Watermark;

import static org.assertj.core.api.Assertions.assertThat;

class FinalScorecardsTest {
    private static final Instant END = Instant.parse("2026-02-04T00:00:00Z");

    private final FinalScorecards scorecards = new FinalScorecards(FinalScorecards.of(Grain.DAY, Attribution.ARRIVAL));

    private void take(String key, SpecificRecord value) {
        scorecards.take(new ConsumerRecord<>("topic", 0, 0, key, value));
    }

    private static Watermark watermark(String stage, int partition, Instant asOf) {
        return new Watermark(stage, partition, asOf, Instant.EPOCH);
    }

    private static Scorecard day(ScopeKind scope, String queue, int revision, double offered) {
        return Scorecard.newBuilder()
                .setScope(scope)
                .setQueue(queue)
                .setChannel(queue == null ? null : "voice")
                .setWindow("day")
                .setAttribution(Attribution.ARRIVAL)
                .setHeadline(true)
                .setWindowStart(END.minusSeconds(86_400))
                .setWindowEnd(END)
                .setZone("UTC")
                .setAsOf(END)
                .setFinal$(true)
                .setRevision(revision)
                .setKpis(List.of(new KpiValue("offered", offered, offered, null, null, Status.NO_TARGET)))
                .build();
    }

    @Test
    void theHighestRevisionWinsWhateverTheOrder() {
        take("a", day(ScopeKind.QUEUE, "sales", 2, 20));
        take("a", day(ScopeKind.QUEUE, "sales", 1, 10));
        take("b", day(ScopeKind.ALL, null, 1, 30));
        assertThat(scorecards.rows(Grain.DAY, Attribution.ARRIVAL))
                .extracting(ScoreRow::queue)
                .containsExactly("sales", "all");
        assertThat(scorecards.rows(Grain.DAY, Attribution.ARRIVAL).get(0).value("offered"))
                .hasValue(20);
    }

    @Test
    void otherScopesWindowsAndAttributionsAreNotAskedFor() {
        Scorecard interval = day(ScopeKind.QUEUE, "sales", 1, 1);
        interval.setWindow("interval");
        take("a", interval);
        Scorecard byOutcome = day(ScopeKind.QUEUE, "sales", 1, 1);
        byOutcome.setAttribution(Attribution.OUTCOME);
        take("b", byOutcome);
        take("c", day(ScopeKind.AGENT, null, 1, 1));
        assertThat(scorecards.rows(Grain.DAY, Attribution.ARRIVAL)).isEmpty();
    }

    @Test
    void itIsOverWhenEveryStageIsPastTheEndOnEveryPartition() {
        take("", watermark("kpis", 0, END));
        take("", watermark("kpis", 1, END));
        take("", watermark("rollups", 0, END));
        assertThat(scorecards.isPast(END, 2)).isFalse();
        take("", watermark("rollups", 1, END.minusMillis(1)));
        assertThat(scorecards.isPast(END, 2)).isFalse();
        take("", watermark("rollups", 1, END.plusMillis(1)));
        assertThat(scorecards.isPast(END, 2)).isTrue();
    }
}
