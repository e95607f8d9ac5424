package io.ringside.topology;

import java.time.Instant;

import io.ringside.core.alerts.Alert;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.schemas.alerts.AlertState;
import io.ringside.schemas.scorecards.ScopeKind;

/** Writes alerts as they travel. */
final class AlertRecords {
    private AlertRecords() {}

    static io.ringside.schemas.alerts.Alert toAvro(Alert alert) {
        Scope scope = alert.scorecard().scope();
        return io.ringside.schemas.alerts.Alert.newBuilder()
                .setAlertId(alert.id())
                .setRule(alert.rule())
                .setState(AlertState.valueOf(alert.state().name()))
                .setScope(ScopeKind.valueOf(scope.kind().name()))
                .setQueue(named(scope, Scope.Kind.QUEUE))
                .setChannel(scope.channel().map(Channel::id).orElse(null))
                .setSite(alert.scorecard().site().orElse(null))
                .setAgent(named(scope, Scope.Kind.AGENT))
                .setTeam(alert.scorecard().team().orElse(null))
                .setBreachedAt(Instant.ofEpochMilli(alert.breachedAt()))
                .setAt(Instant.ofEpochMilli(alert.at()))
                .setValue(alert.value().isPresent() ? alert.value().getAsDouble() + 0.0 : null)
                .setWorst(alert.worst())
                .setLimit(alert.limit())
                .setVolume(alert.volume().isPresent() ? alert.volume().getAsLong() : null)
                .setWindow(alert.scorecard().window().id())
                .setText(alert.text())
                .build();
    }

    private static String named(Scope scope, Scope.Kind kind) {
        return scope.kind() == kind ? scope.name() : null;
    }
}
