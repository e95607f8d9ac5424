package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.alerts.AlertRule;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Scorecard;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** A queue that is open from nine to ten, UTC. */
final class OpeningTimesTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    private final Center center = new Center(
            Configuration.parse("""
                            calendars: {short: {weekdays: 09:00-10:00}}
                            queues: {sales: {calendar: short}}
                            """).definitions(),
            new AlertRule.LongestWait(Duration.ofMinutes(3), Duration.ZERO, Duration.ofMinutes(1)));

    @AfterEach
    void close() {
        center.close();
    }

    private Boolean isOpen(Scope scope, String window) {
        return center.scorecard(scope, window, "outcome").orElseThrow().getOpen();
    }

    @Test
    void aQuietQueueSaysWhenItClosesAndOpens() {
        center.send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE))
                .send(Topics.CALLS, "c1", Calls.abandoned("c1", NINE.plusSeconds(1)))
                .at(NINE.plusSeconds(2));
        assertThat(isOpen(SALES, "30m")).isTrue();
        assertThat(isOpen(SALES, "week")).isTrue();
        assertThat(isOpen(Scope.ALL, "30m")).as("no calendar").isNull();

        center.at(TEN.minusMillis(1));
        assertThat(isOpen(SALES, "today")).isTrue();
        center.at(TEN);
        assertThat(isOpen(SALES, "today")).isFalse();
        assertThat(isOpen(SALES, "30m")).isFalse();
        center.at(NINE.plus(Duration.ofDays(1)));
        assertThat(isOpen(SALES, "30m")).isTrue();
        assertThat(center.values(Topics.SCORECARD_HISTORY))
                .isNotEmpty()
                .extracting(Scorecard::getOpen)
                .as("a final is the same whenever it is stated")
                .containsOnlyNulls();
    }

    @Test
    void whoWaitsOnAfterClosingTimeIsNoAlert() {
        center.at(TEN.minusSeconds(240))
                .send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", TEN.minusSeconds(240)))
                .at(TEN.minusSeconds(50));
        assertThat(center.values(Topics.ALERTS))
                .extracting(alert -> alert.getState().name())
                .containsExactly("OPEN");

        center.at(TEN);
        assertThat(center.values(Topics.ALERTS))
                .extracting(alert -> alert.getState().name())
                .containsExactly("RESOLVED");
        center.at(TEN.plusSeconds(600));
        assertThat(center.values(Topics.ALERTS)).isEmpty();
    }
}
