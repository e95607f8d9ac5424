package io.ringside.config;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ringside.core.definitions.BusinessHours;
import io.ringside.core.definitions.Dated;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.definitions.Zones;

/**
 * Definitions whose limits and targets change at moments. Where things are (sites, teams, zones) is as it was at first.
 * What never changes costs no more than if nothing could.
 */
final class DatedDefinitions implements Definitions {
    private final ConfiguredDefinitions first;
    private final Dated<QueueDefinition> unnamed;
    private final Map<Scope, Dated<QueueDefinition>> queues;
    private final Map<Scope, Dated<Map<String, Target>>> targets;
    private final Dated<String> version;
    private final Set<Duration> limits;

    private DatedDefinitions(
            ConfiguredDefinitions first,
            Dated<QueueDefinition> unnamed,
            Map<Scope, Dated<QueueDefinition>> queues,
            Map<Scope, Dated<Map<String, Target>>> targets,
            Dated<String> version) {
        this.first = first;
        this.unnamed = unnamed;
        this.queues = Map.copyOf(queues);
        this.targets = Map.copyOf(targets);
        this.version = version;
        this.limits = limitsOf(Stream.concat(queues.values().stream(), Stream.of(unnamed)));
    }

    /** Definitions that hold always. */
    static DatedDefinitions always(ConfiguredDefinitions definitions) {
        return new DatedDefinitions(
                definitions,
                Dated.always(definitions.unnamed()),
                dated(definitions.queues()),
                dated(definitions.targets().rows()),
                Dated.always("0-" + definitions.fingerprint()));
    }

    private static Set<Duration> limitsOf(Stream<Dated<QueueDefinition>> queues) {
        return queues.flatMap(queue -> Stream.concat(Stream.of(queue.first()), queue.changes().values().stream()))
                .flatMap(queue -> Stream.of(queue.threshold(), queue.shortAbandon()))
                .filter(limit -> !limit.isZero())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Map<Scope, Dated<T>> dated(Map<Scope, T> byScope) {
        Map<Scope, Dated<T>> dated = new HashMap<>();
        byScope.forEach((scope, value) -> dated.put(scope, Dated.always(value)));
        return dated;
    }

    /**
     * The same until a moment, and from then on the limits and targets of others.
     *
     * @param change the number of the highest change that is in force then
     */
    DatedDefinitions from(Instant moment, ConfiguredDefinitions then, int change) {
        Map<Scope, Dated<QueueDefinition>> changedQueues = new HashMap<>();
        for (Scope queue : union(queues.keySet(), then.queues().keySet())) {
            Dated<QueueDefinition> before = queues.getOrDefault(queue, unnamed);
            changedQueues.put(queue, before.from(moment, then.queue(queue, moment.toEpochMilli())));
        }
        Map<Scope, Dated<Map<String, Target>>> changedTargets = new HashMap<>();
        for (Scope scope : union(targets.keySet(), then.targets().rows().keySet())) {
            changedTargets.put(scope, row(scope).from(moment, then.targets().row(scope)));
        }
        return new DatedDefinitions(
                first,
                unnamed.from(moment, then.unnamed()),
                changedQueues,
                changedTargets,
                version.from(moment, change + "-" + then.fingerprint()));
    }

    private static Set<Scope> union(Set<Scope> some, Set<Scope> others) {
        Set<Scope> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    @Override
    public QueueDefinition queue(Scope queue, long at) {
        return queues.getOrDefault(queue, unnamed).at(at);
    }

    @Override
    public Map<String, Target> targets(Scope scope, long at) {
        return row(scope).at(at);
    }

    private Dated<Map<String, Target>> row(Scope scope) {
        Dated<Map<String, Target>> own = targets.get(scope);
        return own == null ? targets.get(TargetTable.rowOf(scope, targets.keySet())) : own;
    }

    @Override
    public Set<Duration> limits() {
        return limits;
    }

    @Override
    public String version(long at) {
        return version.at(at);
    }

    /** What holds at a moment for queues that are not named. */
    QueueDefinition unnamedAt(Instant moment) {
        return unnamed.at(moment);
    }

    @Override
    public Optional<String> teamOf(String agent) {
        return first.teamOf(agent);
    }

    @Override
    public Optional<BusinessHours> hours(Scope scope) {
        return first.hours(scope);
    }

    @Override
    public Zones zones(Scope scope) {
        return first.zones(scope);
    }

    @Override
    public List<Scope> rollUps(Scope leaf) {
        return first.rollUps(leaf);
    }
}
