package io.ringside.topology;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

final class LiveFiguresTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private final Center center = new Center(Configuration.parse("queues: {sales: {serviceLevel: {threshold: 20s}}}")
            .definitions());

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void aWaitingContactCountsAsAMissWhenItsWaitPassesTheThreshold() {
        center.send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE)).at(NINE.plusSeconds(20));
        assertThat(center.kpi(SALES, "5m", "outcome", "service_level").getValue())
                .isNull();

        center.at(NINE.plusSeconds(21));
        KpiValue missed = center.kpi(SALES, "5m", "outcome", "service_level");
        assertThat(missed.getValue()).isZero();
        assertThat(missed.getDenominator()).isEqualTo(1);
        assertThat(center.scorecard(SALES, "5m", "outcome").orElseThrow().getWaiting())
                .isEqualTo(1);
    }

    @Test
    void anAnsweredCallIsCountedForItsQueueAndAboveIt() {
        center.send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE))
                .send(Topics.CALLS, "c1", Calls.answered("c1", "ada", NINE.plusSeconds(12)))
                .send(Topics.CALLS, "c1", Calls.talkEnded("c1", NINE.plusSeconds(100)))
                .send(Topics.CALLS, "c1", Calls.wrappedUp("c1", NINE.plusSeconds(130)))
                .at(NINE.plusSeconds(131));

        assertThat(center.kpi(SALES, "5m", "outcome", "asa").getValue()).isEqualTo(12);
        assertThat(center.kpi(SALES, "today", "arrival", "service_level").getValue())
                .isEqualTo(1);
        assertThat(center.kpi(Scope.ALL, "5m", "outcome", "aht").getValue()).isEqualTo(118);
        assertThat(center.kpi(Scope.channel(Channel.VOICE), "interval", "arrival", "offered")
                        .getValue())
                .isEqualTo(1);
        assertThat(center.kpi(Scope.agent("ada"), "today", "outcome", "handled").getValue())
                .isEqualTo(1);
        assertThat(center.deadLetters()).isEmpty();
    }

    /** A source whose clock is ahead says that a caller hung up; then nothing is heard until that has long left all windows. */
    @Test
    void whoLeavesWhileNobodyLooksWaitsInNoWindowAnyMore() {
        center.send(Topics.CALLS, "c", Calls.enqueued("c", "sales", NINE))
                .at(NINE.plusSeconds(540))
                .send(Topics.CALLS, "c", Calls.abandoned("c", NINE.plusSeconds(660)))
                .at(NINE.plusSeconds(541));
        Scorecard before = center.scorecard(SALES, "5m", "outcome").orElseThrow();
        assertThat(before.getWaitingAtStart()).isEqualTo(1);
        assertThat(before.getWaitingAtEnd()).isEqualTo(1);

        center.at(NINE.plusSeconds(29 * 60));
        Scorecard later = center.scorecard(SALES, "5m", "outcome").orElseThrow();
        assertThat(later.getWaitingAtStart()).isZero();
        assertThat(later.getWaitingAtEnd()).isZero();
    }
}
