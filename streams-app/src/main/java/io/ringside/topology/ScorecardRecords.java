package io.ringside.topology;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.kpis.Books;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Live.Stock;
import io.ringside.core.kpis.Reading;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.core.scorecards.Scorecard.Changed;
import io.ringside.core.scorecards.Scorecard.Line;
import io.ringside.core.scorecards.Status;
import io.ringside.schemas.scorecards.ScopeKind;

/** Writes scorecards as they travel: the fields of the schema's Scorecard, in its order. */
final class ScorecardRecords {
    private static final Map<Scope.Kind, Integer> SCOPES = Fields.symbols(Scope.Kind.class, ScopeKind.getClassSchema());
    private static final Map<Attribution, Integer> ATTRIBUTIONS =
            Fields.symbols(Attribution.class, io.ringside.schemas.scorecards.Attribution.getClassSchema());
    private static final Map<Status, Integer> STATUSES =
            Fields.symbols(Status.class, io.ringside.schemas.scorecards.Status.getClassSchema());

    /** They are written again and again. */
    private static final Map<String, Utf8> IDS =
            KpiCatalogue.all().stream().collect(Collectors.toMap(Kpi::id, kpi -> new Utf8(kpi.id())));

    private ScorecardRecords() {}

    static void write(Scorecard card, Encoder out) throws IOException {
        Scope scope = card.scope();
        Fields fields = new Fields(out)
                .symbol(SCOPES.get(scope.kind()))
                .text(named(scope, Scope.Kind.QUEUE))
                .text(scope.channel().map(Channel::id))
                .text(card.site())
                .text(named(scope, Scope.Kind.AGENT))
                .text(card.team())
                .text(card.window().id())
                .symbol(ATTRIBUTIONS.get(card.attribution()))
                .flag(card.headline())
                .moment(card.window().start())
                .moment(card.window().end())
                .text(card.zone().getId())
                .moment(card.asOf())
                .flag(card.isFinal())
                .number(card.revision())
                .text(card.cause())
                .text(card.settingsVersion())
                .number(count(card.live(), Live::waiting))
                .number(oldest(card.live(), Live::waiting))
                .number(count(card.live(), Live::backlog))
                .number(oldest(card.live(), Live::backlog))
                .number(booked(card.books(), Books::waitingAtStart))
                .number(booked(card.books(), Books::waitingAtEnd))
                .number(booked(card.books(), Books::residual))
                .figure(card.completeness())
                .flag(card.open());
        writeChanged(card.changed(), fields, out);
        writeKpis(card.lines(), fields, out);
    }

    private static void writeChanged(List<Changed> changed, Fields fields, Encoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(changed.size());
        for (Changed figure : changed) {
            out.startItem();
            write(figure.before(), fields.text(figure.id()));
        }
        out.writeArrayEnd();
    }

    private static void writeKpis(List<Line> lines, Fields fields, Encoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(lines.size());
        for (Line line : lines) {
            out.startItem();
            write(line.reading(), fields.text(IDS.get(line.kpi().id())))
                    .figure(goalOrNaN(line))
                    .symbol(STATUSES.get(line.status()));
        }
        out.writeArrayEnd();
    }

    private static Fields write(Reading reading, Fields fields) throws IOException {
        return fields.figure(reading.valueOrNaN())
                .figure(reading.numeratorOrNaN())
                .figure(reading.denominatorOrNaN());
    }

    private static double goalOrNaN(Line line) {
        return line.target().isPresent() ? line.target().get().goal() : Double.NaN;
    }

    private static Optional<String> named(Scope scope, Scope.Kind kind) {
        return scope.kind() == kind ? Optional.of(scope.name()) : Optional.empty();
    }

    private static OptionalLong count(Optional<Live> live, Function<Live, Stock> stock) {
        return live.isPresent() ? OptionalLong.of(stock.apply(live.get()).count()) : OptionalLong.empty();
    }

    private static OptionalLong oldest(Optional<Live> live, Function<Live, Stock> stock) {
        return live.isPresent() ? stock.apply(live.get()).oldestSince() : OptionalLong.empty();
    }

    private static OptionalLong booked(Optional<Books> books, ToLongFunction<Books> count) {
        return books.isPresent() ? OptionalLong.of(count.applyAsLong(books.get())) : OptionalLong.empty();
    }
}
