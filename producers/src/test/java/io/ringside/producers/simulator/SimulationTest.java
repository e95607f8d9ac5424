package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T05:00:00Z");
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(7));

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(morning(7)).isEqualTo(morning(7));
    }

    @Test
    void anotherSeedGivesOtherEventsUnderOtherNames() {
        assertThat(Collections.disjoint(eventIds(morning(7)), eventIds(morning(8))))
                .isTrue();
    }

    @Property(tries = 10)
    void eventsComeInTheOrderOfTimeAndEachOnce(@ForAll long seed) {
        List<Emitted> events = morning(seed);

        assertThat(events).extracting(Emitted::occurredAt).isSorted();
        assertThat(events).extracting(event -> event.value().get(0)).doesNotHaveDuplicates();
        assertThat(events).allMatch(event -> !event.occurredAt().isBefore(MONDAY));
    }

    @Property(tries = 10)
    void everyVisitEndsOnceOrStillWaits(@ForAll long seed) {
        List<Emitted> events = morning(seed);
        List<Visits.Seen> visits = Visits.in(events.stream());

        long enqueued = count(events, "ENQUEUED");
        long ended = visits.stream().filter(visit -> !visit.waits()).count();
        long waiting = visits.stream().filter(Visits.Seen::waits).count();
        assertThat(visits).hasSizeGreaterThan(500);
        assertThat(enqueued).isEqualTo(ended + waiting);
        assertThat(waiting).isLessThan(60);
    }

    @Property(tries = 10)
    void nobodyWaitsForAnAgentWhoIsFree(@ForAll long seed) {
        FreeAgents free = new FreeAgents();

        morning(seed).forEach(free::see);

        free.check();
    }

    @Test
    void whoComesAgainIsTheSameCustomerWithTheSameReason() {
        Map<String, List<CallEvent>> byCustomer = morning(7).stream()
                .filter(event -> event.value() instanceof CallEvent)
                .map(event -> (CallEvent) event.value())
                .filter(call -> call.getType() == CallEventType.ENQUEUED)
                .collect(Collectors.groupingBy(CallEvent::getCustomerRef));

        long returned = byCustomer.values().stream()
                .filter(calls ->
                        calls.stream().map(CallEvent::getContactId).distinct().count() > 1)
                .filter(calls -> calls.stream()
                                .map(CallEvent::getContactReason)
                                .distinct()
                                .count()
                        == 1)
                .count();
        assertThat(returned).isGreaterThan(20);
    }

    @Test
    void anIncidentLeavesTheOrdinaryCustomersAsTheyWere() {
        Incident surge = new Incident("sales", NOON.minusSeconds(7200), NOON, 3, 0);
        Center center = Center.berlinAndLisbon();
        Center millions =
                new Center(center.sites(), center.queues(), center.teams(), center.surveying(), Integer.MAX_VALUE);
        List<Instant> ordinary = firstCalls(Scenario.of(millions, 7, MONDAY));
        List<Instant> surged = firstCalls(Scenario.of(millions, 7, MONDAY).with(surge));

        assertThat(surged).hasSizeGreaterThan(ordinary.size() + 50).containsAll(ordinary);
    }

    /** When customers called for the first time: all but those have to do with what went before. */
    private static List<Instant> firstCalls(Scenario scenario) {
        Map<String, Instant> first = new HashMap<>();
        Simulation.until(scenario, NOON)
                .filter(event -> event.value() instanceof CallEvent call && call.getType() == CallEventType.ENQUEUED)
                .forEach(event -> first.putIfAbsent(((CallEvent) event.value()).getCustomerRef(), event.occurredAt()));
        return List.copyOf(first.values());
    }

    private static Set<Object> eventIds(List<Emitted> events) {
        return events.stream().map(event -> event.value().get(0)).collect(Collectors.toSet());
    }

    private static List<Emitted> morning(long seed) {
        return Simulation.until(Scenario.of(Center.berlinAndLisbon(), seed, MONDAY), NOON)
                .toList();
    }

    private static long count(List<Emitted> events, String type) {
        return events.stream()
                .filter(event -> !(event.value() instanceof AgentEvent))
                .filter(event -> event.value().get(4).toString().equals(type))
                .count();
    }
}
