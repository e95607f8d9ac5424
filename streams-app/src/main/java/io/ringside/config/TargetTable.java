package io.ringside.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;

/** The target of each named scope, worked out once: the most specific of queue or agent, team, channel, site, all. */
final class TargetTable {
    private final Map<Scope, Map<String, Target>> rows = new HashMap<>();

    TargetTable(
            Map<Scope, QueueDefinition> queues, Map<String, TeamSettings> teams, Map<String, TargetSettings> byKpi) {
        rows.put(Scope.ALL, row(byKpi, Scope.ALL));
        for (Channel channel : Channel.values()) {
            rows.put(Scope.channel(channel), row(byKpi, Scope.channel(channel), Scope.ALL));
        }
        byKpi.values().stream()
                .flatMap(kpi -> kpi.byScope().keySet().stream())
                .filter(scope -> scope.kind() == Scope.Kind.SITE || scope.kind() == Scope.Kind.AGENT)
                .forEach(scope -> rows.put(scope, row(byKpi, scope, Scope.ALL)));
        queues.forEach((queue, definition) -> rows.put(queue, row(byKpi, pathOf(queue, definition))));
        teams.forEach((name, team) -> enter(name, team, byKpi));
    }

    /** The targets by KPI of each scope that has a row of its own; the channels and all among them. */
    Map<Scope, Map<String, Target>> rows() {
        return rows;
    }

    /** The targets of a scope by KPI. */
    Map<String, Target> row(Scope scope) {
        return rows.get(rowOf(scope, rows.keySet()));
    }

    /** The scope whose row holds for a scope, among those that have one: its own, or that of its channel, or of all. */
    static Scope rowOf(Scope scope, Set<Scope> withRows) {
        if (withRows.contains(scope)) {
            return scope;
        }
        return scope.channel().map(Scope::channel).orElse(Scope.ALL);
    }

    private void enter(String name, TeamSettings team, Map<String, TargetSettings> byKpi) {
        Scope[] path = Stream.concat(
                        Stream.of(Scope.team(name)),
                        Stream.concat(team.site().map(Scope::site).stream(), Stream.of(Scope.ALL)))
                .toArray(Scope[]::new);
        Map<String, Target> row = row(byKpi, path);
        rows.put(Scope.team(name), row);
        for (String agent : team.agents()) {
            Scope scope = Scope.agent(agent);
            boolean own = rows.containsKey(scope);
            rows.put(scope, own ? row(byKpi, prepend(scope, path)) : row);
        }
    }

    private static Scope[] pathOf(Scope queue, QueueDefinition definition) {
        Stream<Scope> narrow = Stream.of(queue, Scope.channel(queue.channel().orElseThrow()));
        Stream<Scope> wide = Stream.concat(definition.site().map(Scope::site).stream(), Stream.of(Scope.ALL));
        return Stream.concat(narrow, wide).toArray(Scope[]::new);
    }

    private static Scope[] prepend(Scope scope, Scope[] path) {
        return Stream.concat(Stream.of(scope), Stream.of(path)).toArray(Scope[]::new);
    }

    private static Map<String, Target> row(Map<String, TargetSettings> byKpi, Scope... narrowToWide) {
        Map<String, Target> row = new HashMap<>();
        byKpi.forEach(
                (kpi, targets) -> targets.first(Stream.of(narrowToWide)).ifPresent(target -> row.put(kpi, target)));
        return Map.copyOf(row);
    }
}
