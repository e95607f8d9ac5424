package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IncidentTest {
    private static final Instant OPENING = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant BEGIN = OPENING.plus(Duration.ofHours(4));
    private static final Instant END = BEGIN.plus(Duration.ofHours(1));
    private static final Instant LATER = END.plus(Duration.ofMinutes(90));
    private static final double THRESHOLD_SECONDS = 20;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSurgeBreachesTheServiceLevelOfItsQueueAndPasses(long seed) {
        List<Visits.Seen> calls = run(seed, new Incident("support", BEGIN, END, 3, 0));

        assertThat(serviceLevel(calls, OPENING, BEGIN)).isGreaterThan(0.8);
        assertThat(serviceLevel(calls, BEGIN.plusSeconds(600), END)).isLessThan(0.5);
        assertThat(serviceLevel(calls, LATER, LATER.plusSeconds(3600))).isGreaterThan(0.7);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void missingStaffBreachTheServiceLevelToo(long seed) {
        List<Visits.Seen> calls = run(seed, new Incident("support", BEGIN, END, 1, 0.6));

        assertThat(serviceLevel(calls, BEGIN.plusSeconds(600), END)).isLessThan(0.5);
    }

    @Test
    void whoDropsOutIsSeenToAndComesBackWhenItIsOver() {
        Scenario scenario =
                Scenario.of(Center.berlinAndLisbon(), 1, OPENING).with(new Incident("chat", BEGIN, END, 1, 1));
        List<AgentEvent> chatAgents = Simulation.until(scenario, LATER)
                .filter(event -> event.value() instanceof AgentEvent)
                .map(event -> (AgentEvent) event.value())
                .filter(event -> event.getTeam().equals("lisbon-chat"))
                .toList();

        assertThat(chatAgents)
                .filteredOn(event -> "unplanned absence".equals(event.getReason()))
                .hasSizeGreaterThan(3)
                .allMatch(event -> event.getState() == AgentState.BREAK);
        assertThat(chatAgents)
                .filteredOn(event -> event.getOccurredAt().equals(END))
                .extracting(AgentEvent::getState)
                .contains(AgentState.AVAILABLE);
    }

    @Test
    void anIncidentNeedsAQueueThatIsThere() {
        Scenario ordinary = Scenario.of(Center.berlinAndLisbon(), 1, OPENING);

        assertThatThrownBy(() -> ordinary.with(new Incident("returns", BEGIN, END, 2, 0)))
                .hasMessage("returns: there is no such queue");
    }

    private static List<Visits.Seen> run(long seed, Incident incident) {
        Scenario scenario = Scenario.of(Center.berlinAndLisbon(), seed, OPENING).with(incident);
        return Visits.in(Simulation.until(scenario, LATER.plusSeconds(3600)));
    }

    private static double serviceLevel(List<Visits.Seen> calls, Instant from, Instant to) {
        List<Visits.Seen> ended = calls.stream()
                .filter(call -> call.queue().equals("support") && !call.waits())
                .filter(call ->
                        !call.enqueued().isBefore(from) && call.enqueued().isBefore(to))
                .toList();
        return (double) ended.stream()
                        .filter(call -> call.answeredWithin(THRESHOLD_SECONDS))
                        .count()
                / ended.size();
    }
}
