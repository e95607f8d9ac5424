package io.ringside.adapters.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.prometheus.metrics.model.snapshots.Labels;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;

/**
 * The labels of a scope. Every series of a scope has all of them; what does not apply is empty, which is Prometheus'
 * word for absent.
 */
final class ScopeLabels {
    private final Definitions definitions;
    private final List<String> names;
    private final boolean agents;

    ScopeLabels(Definitions definitions, boolean agents) {
        this.definitions = definitions;
        this.agents = agents;
        this.names = agents
                ? List.of("scope", "queue", "channel", "site", "team", "agent")
                : List.of("scope", "queue", "channel", "site", "team");
    }

    Labels of(Scope scope) {
        List<String> values = new ArrayList<>(names.size());
        values.add(scope.kind().id());
        values.add(scope.kind() == Scope.Kind.QUEUE ? scope.name() : "");
        values.add(scope.channel().map(Channel::id).orElse(""));
        values.add(site(scope).orElse(""));
        values.add(team(scope).orElse(""));
        if (agents) {
            values.add(scope.kind() == Scope.Kind.AGENT ? scope.name() : "");
        }
        return Labels.of(names, values);
    }

    private Optional<String> site(Scope scope) {
        return switch (scope.kind()) {
            case SITE -> Optional.of(scope.name());
            case QUEUE -> definitions.siteOf(scope);
            default -> Optional.empty();
        };
    }

    private Optional<String> team(Scope scope) {
        return switch (scope.kind()) {
            case TEAM -> Optional.of(scope.name());
            case AGENT -> definitions.teamOf(scope.name());
            default -> Optional.empty();
        };
    }
}
