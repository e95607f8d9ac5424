package io.ringside.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Direction;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;

/**
 * Reads targets: per KPI one for all, and others for narrower scopes.
 *
 * @param queues the queues that there are
 * @param sites the names of sites
 * @param teams the names of teams
 */
record TargetsReader(Set<QueueName> queues, Set<String> sites, Set<String> teams) {
    private static final String GOAL = "goal";
    private static final List<String> CHANNELS =
            Stream.of(Channel.values()).map(Channel::id).toList();

    /** Reads the targets by KPI. */
    Map<String, TargetSettings> read(Section root) {
        return root.named("targets", "<kpi>", Optional.of(GOAL), this::readKpi);
    }

    private TargetSettings readKpi(String id, Section section) {
        Optional<Kpi> kpi = KpiCatalogue.find(id);
        if (kpi.isEmpty()) {
            List<String> ids = KpiCatalogue.all().stream().map(Kpi::id).toList();
            section.refuse("there is no such KPI" + Suggestion.question(id, ids));
        } else if (kpi.get().better() == Direction.NONE) {
            section.refuse("is neither better high nor low, so it takes no target");
        }
        return new TargetSettings(readScopes(section, kpi));
    }

    private Map<Scope, Target> readScopes(Section section, Optional<Kpi> kpi) {
        TargetNotation notation = TargetNotation.of(kpi);
        Optional<Target> all = notation.read(section, Optional.empty());
        Function<Section, Optional<Target>> narrower = entry -> notation.readNeeded(entry, all);

        Map<Scope, Optional<Target>> read = new LinkedHashMap<>();
        read.put(Scope.ALL, all);
        narrower(section, "channel", (name, entry) -> refuseChannel(name, entry, kpi), narrower)
                .forEach((name, target) -> channel(name).ifPresent(one -> read.put(Scope.channel(one), target)));
        narrower(section, "site", refuseUnknown("site", sites), narrower)
                .forEach((name, target) -> read.put(Scope.site(name), target));
        narrower(section, "team", refuseUnknown("team", teams), narrower)
                .forEach((name, target) -> read.put(Scope.team(name), target));
        narrower(section, "agent", (name, entry) -> {}, narrower)
                .forEach((name, target) -> read.put(Scope.agent(name), target));
        read.putAll(QueueName.byScope(QueueName.named(section, GOAL, queues, narrower)));
        if (read.size() == 1 && all.isEmpty() && !section.has(GOAL)) {
            section.refuse("has no goal");
        }
        return present(read);
    }

    private static Map<String, Optional<Target>> narrower(
            Section section,
            String kind,
            BiConsumer<String, Section> check,
            Function<Section, Optional<Target>> reader) {
        return section.named(kind + "s", "<" + kind + ">", Optional.of(GOAL), (name, entry) -> {
            check.accept(name, entry);
            return reader.apply(entry);
        });
    }

    private static BiConsumer<String, Section> refuseUnknown(String kind, Set<String> known) {
        return (name, entry) -> {
            if (!known.contains(name)) {
                entry.refuse(References.unknown(kind, name, known));
            }
        };
    }

    private static void refuseChannel(String name, Section entry, Optional<Kpi> kpi) {
        Optional<Channel> channel = channel(name);
        if (channel.isEmpty()) {
            entry.refuse("must be one of the channels " + String.join(", ", CHANNELS) + ", was " + Shown.of(name));
        } else if (kpi.isPresent() && !kpi.get().channels().contains(channel.get())) {
            entry.refuse(kpi.get().id() + " does not exist for " + name);
        }
    }

    private static Optional<Channel> channel(String name) {
        return Stream.of(Channel.values())
                .filter(channel -> channel.id().equals(name))
                .findFirst();
    }

    private static Map<Scope, Target> present(Map<Scope, Optional<Target>> read) {
        Map<Scope, Target> present = new HashMap<>();
        read.forEach((scope, target) -> target.ifPresent(one -> present.put(scope, one)));
        return present;
    }
}
