package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;

import static io.ringside.schemas.events.AgentState.AVAILABLE;
import static io.ringside.schemas.events.AgentState.BREAK;
import static io.ringside.schemas.events.AgentState.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Shift OFFICE_HOURS = new Shift(
            LocalTime.of(9, 0),
            Duration.ofHours(8),
            List.of(new Shift.Pause("lunch", Duration.ofHours(3), Duration.ZERO, Duration.ofMinutes(30))));

    @Test
    void anAgentSignsInHasLunchAndGoesHome() {
        List<AgentEvent> day = events(OFFICE_HOURS, "2026-03-02T00:00:00Z", 1);

        assertThat(day).extracting(AgentEvent::getState).containsExactly(AVAILABLE, BREAK, AVAILABLE, OFFLINE);
        assertThat(day).extracting(AgentEvent::getReason).containsExactly(null, "lunch", null, null);
        assertThat(localTime(day.get(0))).isBetween(LocalTime.of(9, 0), LocalTime.of(9, 4));
        assertThat(localTime(day.get(1))).isEqualTo(LocalTime.of(12, 0));
        assertThat(localTime(day.get(2))).isEqualTo(LocalTime.of(12, 30));
        assertThat(localTime(day.get(3))).isEqualTo(LocalTime.of(17, 0));
    }

    @Test
    void shiftsBeginAtTheSameLocalTimeAfterTheClocksChange() {
        List<AgentEvent> days = events(OFFICE_HOURS, "2026-03-28T00:00:00Z", 3);

        assertThat(days)
                .filteredOn(event -> event.getState() == OFFLINE)
                .extracting(RosterTest::localTime)
                .containsExactly(LocalTime.of(17, 0), LocalTime.of(17, 0), LocalTime.of(17, 0));
    }

    @Test
    void whoIsOnShiftWhenTheCenterOpensIsThereAtOnce() {
        List<AgentEvent> day = events(OFFICE_HOURS, "2026-03-02T10:00:00Z", 1);

        assertThat(day.get(0).getState()).isEqualTo(AVAILABLE);
        assertThat(day.get(0).getOccurredAt()).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void aNightShiftThatBeganYesterdayEndsThisMorning() {
        Shift night = new Shift(LocalTime.of(22, 0), Duration.ofHours(8), List.of());

        List<AgentEvent> day = events(night, "2026-03-02T00:00:00Z", 1);

        assertThat(day).extracting(AgentEvent::getState).containsExactly(AVAILABLE, OFFLINE, AVAILABLE);
        assertThat(localTime(day.get(1))).isEqualTo(LocalTime.of(6, 0));
    }

    @Test
    void whoWorksRoundTheClockNeverSignsOff() {
        assertThat(events(Shift.always(), "2026-03-28T00:00:00Z", 4))
                .extracting(AgentEvent::getState)
                .containsExactly(AgentState.AVAILABLE);
    }

    private static LocalTime localTime(AgentEvent event) {
        return event.getOccurredAt().atZone(BERLIN).toLocalTime();
    }

    /** What one agent of a center that nobody calls is seen to do. */
    private static List<AgentEvent> events(Shift shift, String start, int days) {
        ServiceQueue quiet = new ServiceQueue(
                "quiet",
                "berlin",
                new Demand(0, DailyCurve.flat()),
                Patience.endless(),
                List.of(),
                Handling.Calls.plain(Span.none()),
                Returning.never(),
                List.of("none"));
        Center center = new Center(
                List.of(new Site("berlin", BERLIN)),
                List.of(quiet),
                List.of(new Team("team", "berlin", List.of("quiet"), 1, 1, List.of(shift))),
                Surveying.none(),
                1);
        Instant from = Instant.parse(start);
        return Simulation.until(Scenario.of(center, 1, from), from.plus(Duration.ofDays(days)))
                .map(event -> (AgentEvent) event.value())
                .toList();
    }
}
