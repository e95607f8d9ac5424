package io.ringside.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        section.named("channels", "<channel>", Optional.of(GOAL), (name, entry) -> {
            Optional<Target> target = narrower.apply(entry);
            channel(name, entry, kpi).ifPresent(channel -> read.put(Scope.channel(channel), target));
            return target;
        });
        readNamed(section, "site", sites, Scope::site, narrower, read);
        readNamed(section, "team", teams, Scope::team, narrower, read);
        section.named(
                "agents",
                "<agent>",
                Optional.of(GOAL),
                (name, entry) -> read.put(Scope.agent(name), narrower.apply(entry)));
        read.putAll(QueueName.byScope(QueueName.named(section, GOAL, queues, narrower)));
        if (read.size() == 1 && all.isEmpty() && !section.has(GOAL)) {
            section.refuse("has no goal");
        }
        return present(read);
    }

    private static void readNamed(
            Section section,
            String kind,
            Collection<String> known,
            Function<String, Scope> scope,
            Function<Section, Optional<Target>> reader,
            Map<Scope, Optional<Target>> read) {
        section.named(kind + "s", "<" + kind + ">", Optional.of(GOAL), (name, entry) -> {
            if (!known.contains(name)) {
                entry.refuse(References.unknown(kind, name, known));
            }
            return read.put(scope.apply(name), reader.apply(entry));
        });
    }

    private static Optional<Channel> channel(String name, Section entry, Optional<Kpi> kpi) {
        Optional<Channel> channel = Stream.of(Channel.values())
                .filter(one -> one.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (channel.isEmpty()) {
            List<String> ids = Stream.of(Channel.values()).map(Channel::id).toList();
            entry.refuse("must be one of the channels " + String.join(", ", ids) + ", was " + Shown.of(name));
        } else if (kpi.isPresent() && !kpi.get().channels().contains(channel.get())) {
            entry.refuse(kpi.get().id() + " does not exist for " + channel.get().id());
        }
        return channel;
    }

    private static Map<Scope, Target> present(Map<Scope, Optional<Target>> read) {
        Map<Scope, Target> present = new HashMap<>();
        read.forEach((scope, target) -> target.ifPresent(one -> present.put(scope, one)));
        return present;
    }
}
