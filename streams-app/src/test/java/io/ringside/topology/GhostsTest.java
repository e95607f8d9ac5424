package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.schemas.Topics;
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.ChangedFigure;
import io.ringside.schemas.scorecards.Scorecard;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** A caller at nine of whom nothing is heard for thirteen hours: one more than a contact is kept open. */
final class GhostsTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Instant CLOSED_AT = NINE.plus(Duration.ofHours(12));

    private final Center center =
            new Center(Configuration.parse("queues: {sales: {}}").definitions());

    @BeforeEach
    void comes() {
        center.send(Topics.CALLS, "ghost", Calls.enqueued("ghost", "sales", NINE))
                .after(Duration.ofMinutes(1))
                .after(Duration.ofHours(13));
    }

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void isClosedByForceMarkedAndCounted() {
        Scorecard today = center.scorecard(SALES, "today", "outcome").orElseThrow();
        assertThat(Center.kpi(today, "flowed_out_forced").getValue()).isEqualTo(1);
        assertThat(Center.kpi(today, "flowed_out").getValue()).isEqualTo(1);
        assertThat(Center.kpi(today, "flowed_out_error").getValue()).isZero();
        assertThat(today.getWaiting()).isZero();
        assertThat(today.getResidual()).isZero();
        assertThat(center.scorecard(SALES, "today", "arrival").orElseThrow().getCompleteness())
                .isEqualTo(1);

        ContactRow row = center.values(Topics.CONTACTS).get(0);
        assertThat(row.getForced()).isTrue();
        assertThat(row.getFlowOutReason()).isEqualTo("silence");
        assertThat(row.getEndedAt()).isEqualTo(CLOSED_AT);
    }

    @Test
    void waitsOverEveryIntervalUntilThen() {
        List<Scorecard> closed = ofSalesByOutcome();

        assertThat(closed).allSatisfy(card -> {
            assertThat(card.getResidual()).isZero();
            Instant start = card.getWindowStart();
            assertThat(card.getWaitingAtStart()).isEqualTo(start.isAfter(NINE) && !start.isAfter(CLOSED_AT) ? 1 : 0);
        });
    }

    @Test
    void anEndThatComesAfterAllCorrectsEveryWindowAndSaysWhatItWas() {
        ofSalesByOutcome();

        center.send(Topics.CALLS, "ghost", Calls.abandoned("ghost", NINE.plusSeconds(60)))
                .after(Duration.ofMinutes(1));

        List<Scorecard> restated = ofSalesByOutcome();
        assertThat(restated).hasSize(25).allSatisfy(card -> {
            assertThat(card.getRevision()).isEqualTo(2);
            assertThat(card.getCause()).isEqualTo("correction");
            assertThat(card.getResidual()).isZero();
        });
        assertThat(of(restated, NINE).getChanged())
                .contains(
                        new ChangedFigure("abandoned", 0.0, 0.0, null),
                        new ChangedFigure("waiting_at_end", 1.0, 1.0, null))
                .extracting(ChangedFigure::getId)
                .doesNotContain("offered", "waiting_at_start");
        assertThat(of(restated, NINE.plus(Duration.ofHours(3))).getChanged())
                .extracting(ChangedFigure::getId)
                .containsExactly("waiting_at_start", "waiting_at_end");
        assertThat(of(restated, CLOSED_AT).getChanged())
                .contains(new ChangedFigure("flowed_out_forced", 1.0, 1.0, null));
    }

    private static Scorecard of(List<Scorecard> cards, Instant start) {
        return cards.stream()
                .filter(card -> card.getWindowStart().equals(start))
                .findFirst()
                .orElseThrow();
    }

    /** The intervals of sales that were stated since the last look. */
    private List<Scorecard> ofSalesByOutcome() {
        return center.values(Topics.SCORECARD_HISTORY).stream()
                .filter(card -> "sales".equals(card.getQueue())
                        && card.getWindow().equals("interval")
                        && card.getAttribution() == Attribution.OUTCOME)
                .toList();
    }
}
