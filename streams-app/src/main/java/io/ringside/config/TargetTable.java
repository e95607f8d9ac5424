package io.ringside.config;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;

/** The target of each named scope, worked out once: the most specific of queue or agent, team, channel, site, all. */
final class TargetTable {
    private final Map<Scope, Map<String, Optional<Target>>> named = new HashMap<>();
    private final Map<Channel, Map<String, Optional<Target>>> channels = new EnumMap<>(Channel.class);
    private final Map<String, Optional<Target>> all;

    TargetTable(
            Map<Scope, QueueDefinition> queues, Map<String, TeamSettings> teams, Map<String, TargetSettings> byKpi) {
        this.all = row(byKpi, Scope.ALL);
        for (Channel channel : Channel.values()) {
            channels.put(channel, row(byKpi, Scope.channel(channel), Scope.ALL));
        }
        byKpi.values().stream()
                .flatMap(kpi -> kpi.byScope().keySet().stream())
                .filter(scope -> scope.kind() == Scope.Kind.SITE || scope.kind() == Scope.Kind.AGENT)
                .forEach(scope -> named.put(scope, row(byKpi, scope, Scope.ALL)));
        queues.forEach((queue, definition) -> named.put(queue, row(byKpi, pathOf(queue, definition))));
        teams.forEach((name, team) -> enter(name, team, byKpi));
    }

    /** The target of a KPI for a scope. */
    Optional<Target> find(Scope scope, String kpi) {
        Map<String, Optional<Target>> row = named.get(scope);
        if (row == null) {
            row = scope.channel().isPresent() ? channels.get(scope.channel().get()) : all;
        }
        return row.getOrDefault(kpi, Optional.empty());
    }

    private void enter(String name, TeamSettings team, Map<String, TargetSettings> byKpi) {
        Scope[] path = Stream.concat(
                        Stream.of(Scope.team(name)),
                        Stream.concat(team.site().map(Scope::site).stream(), Stream.of(Scope.ALL)))
                .toArray(Scope[]::new);
        Map<String, Optional<Target>> row = row(byKpi, path);
        named.put(Scope.team(name), row);
        for (String agent : team.agents()) {
            Scope scope = Scope.agent(agent);
            boolean own = named.containsKey(scope);
            named.put(scope, own ? row(byKpi, prepend(scope, path)) : row);
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

    private static Map<String, Optional<Target>> row(Map<String, TargetSettings> byKpi, Scope... narrowToWide) {
        Map<String, Optional<Target>> row = new HashMap<>();
        byKpi.forEach((kpi, targets) -> {
            Optional<Target> target = targets.first(Stream.of(narrowToWide));
            if (target.isPresent()) {
                row.put(kpi, target);
            }
        });
        return Map.copyOf(row);
    }
}
