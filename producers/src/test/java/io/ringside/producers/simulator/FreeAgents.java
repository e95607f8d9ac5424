package io.ringside.producers.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;
import io.ringside.schemas.events.CallEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at agents and calls after each moment: nobody waits while somebody is free, the longest waiting is first, nobody talks twice at a time. */
final class FreeAgents {
    private final Map<String, List<String>> availableFor = new TreeMap<>();
    private final Map<String, String> waitingIn = new HashMap<>();
    private final Map<String, String> queues = new HashMap<>();
    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, String> talking = new HashMap<>();
    private Instant now = Instant.MIN;
    private int rings;

    void see(Emitted event) {
        if (event.occurredAt().isAfter(now)) {
            nobodyWaitsWhileSomebodyIsFree();
            now = event.occurredAt();
        }
        if (event.value() instanceof AgentEvent agent) {
            see(agent);
        } else if (event.value() instanceof CallEvent call) {
            see(call);
        }
    }

    void check() {
        assertThat(rings).isGreaterThan(300);
    }

    private void see(AgentEvent agent) {
        if (agent.getState() == AgentState.AVAILABLE) {
            availableFor.put(agent.getAgent(), agent.getQueues());
        } else {
            availableFor.remove(agent.getAgent());
        }
    }

    private void see(CallEvent call) {
        String visit = call.getContactId() + "/" + call.getVisitId();
        switch (call.getType()) {
            case ENQUEUED -> {
                waitingIn.put(visit, call.getQueue());
                queues.put(visit, call.getQueue());
                since.put(visit, call.getOccurredAt());
            }
            case RANG -> rang(visit);
            case RING_NOT_ANSWERED -> waitingIn.put(visit, queues.get(visit));
            case ABANDONED, FLOWED_OUT -> waitingIn.remove(visit);
            case ANSWERED -> assertThat(talking.put(call.getAgent(), visit)).isNull();
            case TALK_ENDED -> assertThat(talking.remove(call.getAgent())).isEqualTo(visit);
            default -> {}
        }
    }

    private void rang(String visit) {
        String queue = waitingIn.remove(visit);
        if (queue == null) {
            return; // a colleague takes over; nothing waited
        }
        rings++;
        Instant longest = waitingIn.entrySet().stream()
                .filter(other -> other.getValue().equals(queue))
                .map(other -> since.get(other.getKey()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        assertThat(since.get(visit)).isBeforeOrEqualTo(longest);
    }

    private void nobodyWaitsWhileSomebodyIsFree() {
        Set<String> served = new HashSet<>();
        availableFor.values().forEach(served::addAll);
        assertThat(waitingIn.values())
                .as("queues with waiting calls at %s", now)
                .noneMatch(served::contains);
    }
}
