package io.ringside.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Books;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Live.Stock;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.ChangedFigure;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;

/** Writes scorecards as they travel. */
final class ScorecardRecords {
    private static final Double ZERO = 0.0;

    private ScorecardRecords() {}

    static Scorecard toAvro(io.ringside.core.scorecards.Scorecard card) {
        Scope scope = card.scope();
        Optional<Live> live = card.live();
        Scorecard record = new Scorecard();
        record.setScope(ScopeKind.valueOf(scope.kind().name()));
        record.setQueue(named(scope, Scope.Kind.QUEUE));
        record.setChannel(scope.channel().map(Channel::id).orElse(null));
        record.setSite(card.site().orElse(null));
        record.setAgent(named(scope, Scope.Kind.AGENT));
        record.setTeam(card.team().orElse(null));
        record.setWindow(card.window().id());
        record.setAttribution(Attribution.valueOf(card.attribution().name()));
        record.setHeadline(card.headline());
        record.setWindowStart(card.window().start());
        record.setWindowEnd(card.window().end());
        record.setZone(card.zone().getId());
        record.setAsOf(card.asOf());
        record.setFinal$(card.isFinal());
        record.setRevision(card.revision());
        record.setCause(card.cause().orElse(null));
        record.setSettingsVersion(card.settingsVersion());
        record.setWaiting(live.map(l -> l.waiting().count()).orElse(null));
        record.setOldestWaitingSince(
                live.map(Live::waiting).map(ScorecardRecords::oldest).orElse(null));
        record.setBacklog(live.map(l -> l.backlog().count()).orElse(null));
        record.setOldestOpenSince(
                live.map(Live::backlog).map(ScorecardRecords::oldest).orElse(null));
        record.setWaitingAtStart(card.books().map(Books::waitingAtStart).orElse(null));
        record.setWaitingAtEnd(card.books().map(Books::waitingAtEnd).orElse(null));
        record.setResidual(card.books().map(Books::residual).orElse(null));
        record.setChanged(card.changed().stream()
                .map(changed -> new ChangedFigure(
                        changed.id(),
                        boxed(changed.before().value()),
                        boxed(changed.before().numerator()),
                        boxed(changed.before().denominator())))
                .toList());
        record.setCompleteness(boxed(card.completeness()));
        record.setOpen(card.open().orElse(null));
        record.setKpis(kpis(card.lines()));
        return record;
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
        if (value.isEmpty()) {
            return null;
        }
        return value.getAsDouble() == 0 ? ZERO : (Double) value.getAsDouble();
    }
}
