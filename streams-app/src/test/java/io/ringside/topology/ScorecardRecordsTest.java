package io.ringside.topology;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.kpis.Books;
import io.ringside.core.kpis.KpiCatalogue;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Live.Stock;
import io.ringside.core.kpis.Reading;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.core.scorecards.Scorecard.Changed;
import io.ringside.core.scorecards.Scorecard.Line;
import io.ringside.core.scorecards.Status;
import io.ringside.core.scorecards.Window;
import io.ringside.schemas.scorecards.ChangedFigure;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.ScopeKind;

import static org.assertj.core.api.Assertions.assertThat;

final class ScorecardRecordsTest {
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("UTC"));

    @Property(tries = 500)
    void aScorecardIsWrittenAsAvroWritesIt(@ForAll Random random) {
        Scorecard card = any(new AnyValue(random));

        assertThat(AvroWriting.byUs(
                        ScorecardRecords::write, card, io.ringside.schemas.scorecards.Scorecard.getClassSchema()))
                .isEqualTo(AvroWriting.byAvro(byName(card)));
    }

    private static Scorecard any(AnyValue any) {
        Instant start = any.moment();
        return new Scorecard(
                scope(any),
                any.optional(any::text),
                any.optional(any::text),
                new Window(any.text(), start, start.plusMillis(1)),
                any.of(Attribution.class),
                any.flag(),
                any.of(ZONES),
                any.moment(),
                any.flag() ? 0 : any.number(),
                any.optional(any::text),
                any.text(),
                any.optional(() -> new Live(stock(any), stock(any), stock(any))),
                any.optional(() -> new Books(any.longNumber(), any.longNumber(), any.longNumber())),
                any.optionalFigure(),
                any.optional(any::flag),
                any.list(() -> new Changed(any.text(), reading(any))),
                any.list(() -> line(any)));
    }

    private static Scope scope(AnyValue any) {
        return any.of(List.of(
                Scope.ALL,
                Scope.queue(any.of(Channel.class), any.name()),
                Scope.channel(any.of(Channel.class)),
                Scope.site(any.name()),
                Scope.agent(any.name()),
                Scope.team(any.name())));
    }

    private static Stock stock(AnyValue any) {
        return any.flag() ? Stock.EMPTY : new Stock(1L + (any.number() & 0xff), OptionalLong.of(any.longNumber()));
    }

    private static Line line(AnyValue any) {
        return new Line(
                any.of(KpiCatalogue.all()),
                reading(any),
                any.optional(() -> new Target(any.figure(), 0, 0)),
                any.of(Status.class));
    }

    private static Reading reading(AnyValue any) {
        return any.of(List.of(
                Reading.ofCount(any.figure()),
                Reading.ofQuotient(any.figure(), any.figure()),
                Reading.ofValue(any.optionalFigure(), any.number())));
    }

    private static io.ringside.schemas.scorecards.Scorecard byName(Scorecard card) {
        Scope scope = card.scope();
        io.ringside.schemas.scorecards.Scorecard record = new io.ringside.schemas.scorecards.Scorecard();
        record.setScope(ScopeKind.valueOf(scope.kind().name()));
        record.setQueue(scope.kind() == Scope.Kind.QUEUE ? scope.name() : null);
        record.setChannel(scope.channel().map(Channel::id).orElse(null));
        record.setSite(card.site().orElse(null));
        record.setAgent(scope.kind() == Scope.Kind.AGENT ? scope.name() : null);
        record.setTeam(card.team().orElse(null));
        record.setWindow(card.window().id());
        record.setAttribution(io.ringside.schemas.scorecards.Attribution.valueOf(
                card.attribution().name()));
        record.setHeadline(card.headline());
        record.setWindowStart(card.window().start());
        record.setWindowEnd(card.window().end());
        record.setZone(card.zone().getId());
        record.setAsOf(card.asOf());
        record.setFinal$(card.isFinal());
        record.setRevision(card.revision());
        record.setCause(card.cause().orElse(null));
        record.setSettingsVersion(card.settingsVersion());
        record.setWaiting(card.live().map(live -> live.waiting().count()).orElse(null));
        record.setOldestWaitingSince(oldest(card.live(), Live::waiting));
        record.setBacklog(card.live().map(live -> live.backlog().count()).orElse(null));
        record.setOldestOpenSince(oldest(card.live(), Live::backlog));
        record.setWaitingAtStart(card.books().map(Books::waitingAtStart).orElse(null));
        record.setWaitingAtEnd(card.books().map(Books::waitingAtEnd).orElse(null));
        record.setResidual(card.books().map(Books::residual).orElse(null));
        record.setCompleteness(figure(card.completeness()));
        record.setOpen(card.open().orElse(null));
        record.setChanged(
                card.changed().stream().map(ScorecardRecordsTest::byName).toList());
        record.setKpis(card.lines().stream().map(ScorecardRecordsTest::byName).toList());
        return record;
    }

    private static ChangedFigure byName(Changed changed) {
        Reading before = changed.before();
        return new ChangedFigure(
                changed.id(), figure(before.value()), figure(before.numerator()), figure(before.denominator()));
    }

    private static KpiValue byName(Line line) {
        Reading reading = line.reading();
        return new KpiValue(
                line.kpi().id(),
                figure(reading.value()),
                figure(reading.numerator()),
                figure(reading.denominator()),
                line.target().map(target -> target.goal() + 0.0).orElse(null),
                io.ringside.schemas.scorecards.Status.valueOf(line.status().name()));
    }

    private static Instant oldest(Optional<Live> live, Function<Live, Stock> stock) {
        OptionalLong since = live.map(stock).map(Stock::oldestSince).orElse(OptionalLong.empty());
        return since.isPresent() ? Instant.ofEpochMilli(since.getAsLong()) : null;
    }

    /** Zero is never negative. */
    private static Double figure(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() + 0.0 : null;
    }
}
