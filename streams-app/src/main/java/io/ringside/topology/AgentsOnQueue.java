package io.ringside.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ringside.core.agents.Agent;
import io.ringside.core.agents.StateChange;
import io.ringside.core.events.Reason;
import io.ringside.core.events.RefusedException;
import io.ringside.core.facts.Posting;
import io.ringside.topology.state.ObjectStore;

/** The agents of one partition, and the time that they are on queue. Moments are epoch milliseconds. */
final class AgentsOnQueue {
    private final ObjectStore<String, Agent> store;
    private final long pane;
    private final Set<String> names = new HashSet<>();
    private long passedUntil = Long.MIN_VALUE;

    /**
     * Opens them on what the store holds.
     *
     * @param pane the length of the finest panes
     */
    AgentsOnQueue(ObjectStore<String, Agent> store, long pane) {
        this.store = store;
        this.pane = pane;
        store.forEach((name, agent) -> names.add(name));
    }

    /**
     * Takes a change in, unless it is too late for that.
     *
     * @param until how far time has come
     * @return what it corrects; of an agent who was not heard of before, all the time until then
     */
    List<Posting> take(String name, StateChange change, long until) throws RefusedException {
        Agent agent = store.get(name).orElseGet(Agent::new);
        if (!agent.takes(change)) {
            throw new RefusedException(
                    Reason.TOO_OLD,
                    "the agent's time before " + Instant.ofEpochMilli(agent.letGoUntil()) + " is stated for good");
        }
        List<Posting> postings = new ArrayList<>(agent.apply(name, change, pane));
        if (until > change.at()) {
            postings.addAll(agent.timePasses(name, until, pane));
        }
        names.add(name);
        store.put(name, agent);
        return postings;
    }

    /** Lets time pass for all, once a pane and at the last; returns what each was on queue since. */
    List<Posting> timePasses(long now, boolean last) {
        if (!last && Math.floorDiv(now, pane) == Math.floorDiv(passedUntil, pane)) {
            return List.of();
        }
        passedUntil = now;
        return names.stream()
                .flatMap(name -> timePasses(name, now, last).stream())
                .toList();
    }

    private List<Posting> timePasses(String name, long now, boolean last) {
        Agent agent = store.get(name).orElseThrow();
        List<Posting> postings = last ? agent.timeEnds(name, now, pane) : agent.timePasses(name, now, pane);
        if (!postings.isEmpty()) {
            store.put(name, agent);
        }
        return postings;
    }
}
