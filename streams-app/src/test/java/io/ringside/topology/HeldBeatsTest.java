package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Scorecard;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** Time does not pass by what stood in the log before it. */
final class HeldBeatsTest {
    private static final Instant TEN = NINE.plusSeconds(3_600);

    private final Center center = new Center(Configuration.defaults().definitions());

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void noWindowClosesAheadOfEventsThatWereThereBefore() {
        call("c1", NINE.plusSeconds(60));
        center.atEnd(TEN, 2);
        assertThat(closed()).isEmpty();

        call("c2", NINE.plusSeconds(120));
        assertThat(closed())
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.getRevision()).isEqualTo(1))
                .anySatisfy(card ->
                        assertThat(Center.kpi(card, "offered").getValue()).isEqualTo(2));
    }

    @Test
    void whatHasBeenReadAlreadyHoldsNothingBack() {
        call("c1", NINE.plusSeconds(60));
        center.atEnd(TEN, 1);
        assertThat(closed()).isNotEmpty();
    }

    /** The end of a transaction has an offset, and is never read. */
    @Test
    void whereNothingComesTimePassesAfterAWhile() {
        call("c1", NINE.plusSeconds(60));
        center.atEnd(TEN, 2).nothingFor(Duration.ofMillis(HeldBeats.SILENCE_MILLIS / 2));
        assertThat(closed()).isEmpty();

        center.nothingFor(Duration.ofMillis(HeldBeats.SILENCE_MILLIS));
        assertThat(closed()).isNotEmpty();
    }

    @Test
    void whatIsHeldBackPassesInTurn() {
        center.atEnd(NINE.plusSeconds(1_000), 1).atEnd(TEN, 2);
        call("c1", NINE.plusSeconds(60));
        assertThat(center.values(Topics.WATERMARKS)).isNotEmpty().allSatisfy(mark -> assertThat(mark.getAsOf())
                .isEqualTo(NINE.plusSeconds(1_000)));

        call("c2", NINE.plusSeconds(120));
        assertThat(center.values(Topics.WATERMARKS)).isNotEmpty().allSatisfy(mark -> assertThat(mark.getAsOf())
                .isEqualTo(TEN));
    }

    private void call(String contact, Instant at) {
        center.send(Topics.CALLS, contact, Calls.enqueued(contact, "sales", at));
    }

    private List<Scorecard> closed() {
        return center.values(Topics.SCORECARD_HISTORY);
    }
}
