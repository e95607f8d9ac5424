package io.ringside.oracle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How long agents were ready for contacts or busy with them. */
final class AgentTime {
    private static final Set<String> ON_QUEUE = Set.of("AVAILABLE", "RINGING", "ON_CONTACT", "WRAP_UP");

    private final Map<String, List<Heard>> changes;
    private final long now;

    private AgentTime(Map<String, List<Heard>> changes, long now) {
        this.changes = changes;
        this.now = now;
    }

    static AgentTime of(List<Heard> events, long now) {
        Map<String, Heard> once = new HashMap<>();
        events.stream()
                .filter(event -> event.channel().equals("agent"))
                .forEach(event -> once.put(event.about() + " " + event.id(), event));
        Map<String, List<Heard>> changes = once.values().stream()
                .sorted(Comparator.comparingLong(Heard::at).thenComparing(Heard::id))
                .collect(Collectors.groupingBy(Heard::agent));
        return new AgentTime(changes, now);
    }

    /** The agents of a scope of agents; of another scope, none. */
    AgentTime about(Scope scope, Rules rules) {
        Map<String, List<Heard>> some = new HashMap<>(changes);
        some.keySet().removeIf(agent -> !scope.isOfAgents() || !scope.covers("", "", agent, rules));
        return new AgentTime(some, now);
    }

    /** In milliseconds, of all agents together. A state lasts until the next one, and none beyond now. */
    long onQueue(Window window) {
        long time = 0;
        for (List<Heard> states : changes.values()) {
            for (int i = 0; i < states.size(); i++) {
                long next = i + 1 < states.size() ? states.get(i + 1).at() : now;
                long from = Math.max(window.start(), states.get(i).at());
                long until = Math.min(window.end(), Math.min(next, now));
                if (ON_QUEUE.contains(states.get(i).type()) && from < until) {
                    time += until - from;
                }
            }
        }
        return time;
    }
}
