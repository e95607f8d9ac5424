package io.ringside.topology;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Scorecard;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** A queue of which nothing is heard before its first interval has closed. */
final class FirstHeardLateTest {
    @Test
    void itsIntervalIsStatedForTheFirstTimeAsRevisionOne() {
        try (Center center = new Center(Configuration.parse("").definitions())) {
            center.send(Topics.CALLS, "a", Calls.enqueued("a", "sales", NINE)).after(Duration.ofHours(2));
            center.send(Topics.CALLS, "b", Calls.enqueued("b", "care", NINE.plusSeconds(60)))
                    .after(Duration.ofMinutes(1));

            List<Scorecard> ofCare = center.values(Topics.SCORECARD_HISTORY).stream()
                    .filter(card -> "care".equals(card.getQueue())
                            && card.getWindowStart().equals(NINE))
                    .toList();

            assertThat(ofCare).hasSize(2).allSatisfy(card -> assertThat(card.getRevision())
                    .isEqualTo(1));
        }
    }
}
