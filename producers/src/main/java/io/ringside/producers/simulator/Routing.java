package io.ringside.producers.simulator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Brings together who waits and who is free: an agent takes the contact that has waited longest in any of the agent's queues, a contact the
 * agent who has been idle longest among those with the skill.
 */
final class Routing {
    private final Timeline timeline;
    private final Journal journal;
    private final Map<String, NavigableSet<Waiting>> lines = new HashMap<>();
    private final Map<String, NavigableSet<Agent>> freeByTeam = new HashMap<>();
    private final Map<String, List<NavigableSet<Agent>>> freeByQueue = new HashMap<>();

    Routing(Center center, Timeline timeline, Journal journal) {
        this.timeline = timeline;
        this.journal = journal;
        center.teams().forEach(team -> freeByTeam.put(team.name(), new TreeSet<>()));
        for (ServiceQueue queue : center.queues()) {
            lines.put(queue.name(), new TreeSet<>());
            freeByQueue.put(queue.name(), skilled(center, queue));
        }
    }

    private List<NavigableSet<Agent>> skilled(Center center, ServiceQueue queue) {
        return center.teams().stream()
                .filter(team -> team.queues().contains(queue.name()))
                .map(team -> freeByTeam.get(team.name()))
                .toList();
    }

    /** Puts something in its line, at the place of its age, and offers it to an agent at once if one is free. */
    void enter(Waiting waiting) {
        lines.get(waiting.queue()).add(waiting);
        freeFor(waiting).ifPresent(agent -> bringTogether(waiting, agent));
    }

    /** Takes something out of its line. */
    void leave(Waiting waiting) {
        lines.get(waiting.queue()).remove(waiting);
    }

    /** The free agent for it who has been idle longest. */
    Optional<Agent> freeFor(Waiting waiting) {
        return freeByQueue.get(waiting.queue()).stream()
                .filter(agents -> !agents.isEmpty())
                .map(NavigableSet::first)
                .filter(agent -> agent.hasRoomFor(waiting.slots(agent.team())))
                .min(Comparator.naturalOrder());
    }

    /** Changes an agent, tells of it, and gives the agent something to do if that set the agent free. */
    void change(Agent agent, Runnable change) {
        NavigableSet<Agent> idle = freeByTeam.get(agent.team().name());
        idle.remove(agent);
        change.run();
        if (agent.open()) {
            idle.add(agent);
        }
        journal.note(agent, timeline.now());
        while (agent.open()) {
            Optional<Waiting> next = longestWaitingFor(agent);
            if (next.isEmpty()) {
                return;
            }
            bringTogether(next.get(), agent);
        }
    }

    private Optional<Waiting> longestWaitingFor(Agent agent) {
        return agent.team().queues().stream()
                .map(lines::get)
                .filter(line -> !line.isEmpty())
                .map(NavigableSet::first)
                .filter(waiting -> agent.hasRoomFor(waiting.slots(agent.team())))
                .min(Comparator.naturalOrder());
    }

    private void bringTogether(Waiting waiting, Agent agent) {
        leave(waiting);
        waiting.offer(agent);
    }
}
