package io.ringside.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Live.Stock;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;

/** Writes scorecards as they travel. */
final class ScorecardRecords {
    private ScorecardRecords() {}

    static Scorecard toAvro(io.ringside.core.scorecards.Scorecard card) {
        Scope scope = card.scope();
        Optional<Live> live = card.live();
        return Scorecard.newBuilder()
                .setScope(ScopeKind.valueOf(scope.kind().name()))
                .setQueue(named(scope, Scope.Kind.QUEUE))
                .setChannel(scope.channel().map(Channel::id).orElse(null))
                .setSite(card.site().orElse(null))
                .setAgent(named(scope, Scope.Kind.AGENT))
                .setTeam(card.team().orElse(null))
                .setWindow(card.window().id())
                .setAttribution(Attribution.valueOf(card.attribution().name()))
                .setHeadline(card.headline())
                .setWindowStart(card.window().start())
                .setWindowEnd(card.window().end())
                .setZone(card.zone().getId())
                .setAsOf(card.asOf())
                .setFinal$(card.isFinal())
                .setRevision(card.revision())
                .setCause(card.cause().orElse(null))
                .setWaiting(live.map(l -> l.waiting().count()).orElse(null))
                .setOldestWaitingSince(
                        live.map(Live::waiting).map(ScorecardRecords::oldest).orElse(null))
                .setBacklog(live.map(l -> l.backlog().count()).orElse(null))
                .setOldestOpenSince(
                        live.map(Live::backlog).map(ScorecardRecords::oldest).orElse(null))
                .setKpis(kpis(card.lines()))
                .build();
    }

    static String named(Scope scope, Scope.Kind kind) {
        return scope.kind() == kind ? scope.name() : null;
    }

    private static Instant oldest(Stock stock) {
        return stock.oldestSince().isPresent()
                ? Instant.ofEpochMilli(stock.oldestSince().getAsLong())
                : null;
    }

    private static List<KpiValue> kpis(List<io.ringside.core.scorecards.Scorecard.Line> lines) {
        return lines.stream()
                .map(line -> new KpiValue(
                        line.kpi().id(),
                        boxed(line.reading().value()),
                        boxed(line.reading().numerator()),
                        boxed(line.reading().denominator()),
                        line.target().map(target -> target.goal()).orElse(null),
                        Status.valueOf(line.status().name())))
                .toList();
    }

    static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
