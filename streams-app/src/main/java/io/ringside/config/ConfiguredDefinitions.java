package io.ringside.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ringside.core.definitions.BusinessHours;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.definitions.Zones;

/**
 * Definitions as configured, for a time in which they do not change. All that can be asked of named scopes is worked
 * out once.
 */
final class ConfiguredDefinitions implements Definitions {
    private final QueueDefinition unnamed;
    private final Map<Scope, QueueDefinition> queues;
    private final Map<String, Zones> sites;
    private final Map<String, Optional<String>> teamOfAgent = new HashMap<>();
    private final Map<String, Zones> zonesOfTeam = new HashMap<>();
    private final Map<Scope, List<Scope>> rollUps = new HashMap<>();
    private final TargetTable targets;
    private final HoursTable hours;

    ConfiguredDefinitions(
            QueueDefinition unnamed,
            Map<Scope, QueueDefinition> queues,
            Map<String, Zones> sites,
            Map<String, TeamSettings> teams,
            Map<String, TargetSettings> targets,
            HoursTable hours) {
        this.unnamed = unnamed;
        this.hours = hours;
        this.queues = Map.copyOf(queues);
        this.sites = Map.copyOf(sites);
        teams.forEach((name, team) -> {
            team.agents().forEach(agent -> teamOfAgent.put(agent, Optional.of(name)));
            team.site().map(sites::get).ifPresent(zones -> zonesOfTeam.put(name, zones));
        });
        queues.keySet().forEach(scope -> rollUps.put(scope, List.copyOf(Definitions.super.rollUps(scope))));
        teamOfAgent.keySet().stream()
                .map(Scope::agent)
                .forEach(scope -> rollUps.put(scope, List.copyOf(Definitions.super.rollUps(scope))));
        this.targets = new TargetTable(queues, teams, targets);
    }

    @Override
    public QueueDefinition queue(Scope queue, long at) {
        return queues.getOrDefault(queue, unnamed);
    }

    @Override
    public Optional<String> teamOf(String agent) {
        return teamOfAgent.getOrDefault(agent, Optional.empty());
    }

    @Override
    public Zones zones(Scope scope) {
        return switch (scope.kind()) {
            case QUEUE -> queues.getOrDefault(scope, unnamed).zones();
            case AGENT -> teamOf(scope.name()).map(zonesOfTeam::get).orElse(unnamed.zones());
            case TEAM -> zonesOfTeam.getOrDefault(scope.name(), unnamed.zones());
            case SITE -> sites.getOrDefault(scope.name(), unnamed.zones());
            case CHANNEL, ALL -> unnamed.zones();
        };
    }

    @Override
    public Optional<BusinessHours> hours(Scope scope) {
        return hours.of(scope);
    }

    @Override
    public Map<String, Target> targets(Scope scope, long at) {
        return targets.row(scope);
    }

    @Override
    public String version(long at) {
        return "0-" + fingerprint();
    }

    /** Eight hexadecimal digits that differ where any definition does. */
    String fingerprint() {
        return new Fingerprint()
                .add("defaults", unnamed)
                .addAll("queue", queues)
                .addAll("site", sites)
                .addAll("team", teamOfAgent)
                .addAll("zone", zonesOfTeam)
                .addAll("target", targets.rows())
                .addAll("hours", hours.named())
                .digits();
    }

    /** What holds for queues that are not named. */
    QueueDefinition unnamed() {
        return unnamed;
    }

    /** The definitions of the queues that are named. */
    Map<Scope, QueueDefinition> queues() {
        return queues;
    }

    TargetTable targets() {
        return targets;
    }

    @Override
    public List<Scope> rollUps(Scope leaf) {
        List<Scope> known = rollUps.get(leaf);
        return known == null ? Definitions.super.rollUps(leaf) : known;
    }

    @Override
    public Set<Duration> limits() {
        return Stream.concat(queues.values().stream(), Stream.of(unnamed))
                .flatMap(queue -> Stream.of(queue.threshold(), queue.shortAbandon()))
                .filter(limit -> !limit.isZero())
                .collect(Collectors.toSet());
    }
}
