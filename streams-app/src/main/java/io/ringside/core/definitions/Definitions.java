package io.ringside.core.definitions;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the figures rest on, and how scopes roll up: queue → channel, site, all; agent → team. */
public interface Definitions {

    /** The definition of a queue scope; the defaults where the configuration does not name it. */
    QueueDefinition queue(Scope queue);

    /** The team of an agent, where the configuration names it. */
    Optional<String> teamOf(String agent);

    /** Where the days of a scope begin. */
    ZoneId zone(Scope scope);

    /** The target of a KPI for a scope: the most specific of queue or agent, team, channel, site, all. */
    Optional<Target> target(Scope scope, String kpi);

    /** The scopes that a queue's or an agent's figures are added to. */
    default List<Scope> rollUps(Scope leaf) {
        List<Scope> above = new ArrayList<>();
        if (leaf.kind() == Scope.Kind.QUEUE) {
            above.add(Scope.channel(leaf.channel().orElseThrow()));
            queue(leaf).site().ifPresent(site -> above.add(Scope.site(site)));
            above.add(Scope.ALL);
        } else if (leaf.kind() == Scope.Kind.AGENT) {
            teamOf(leaf.name()).ifPresent(team -> above.add(Scope.team(team)));
        }
        return above;
    }
}
