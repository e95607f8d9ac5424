package io.ringside.core.scorecards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Books;
import io.ringside.core.kpis.Figures;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Reading;
import io.ringside.core.kpis.Restatement;
import io.ringside.core.kpis.ScopeKpis;
import io.ringside.core.kpis.WindowTally;

/** Reads the KPIs off window tallies and puts them beside their targets. Belongs to one thread. */
public final class Scorecards {
    private static final Set<String> BY_ARRIVAL =
            Set.of("interval", "previous_interval", "today", "day", "week", "month", "quarter", "total");

    private final Definitions definitions;
    private final Figures figures = new Figures();

    public Scorecards(Definitions definitions) {
        this.definitions = definitions;
    }

    public Scorecard of(WindowTally window) {
        Scope scope = window.scope();
        long judgedAt = window.lastMoment();
        List<Scorecard.Line> lines = lines(window, definitions.targets(scope, judgedAt));
        return new Scorecard(
                scope,
                siteOf(scope),
                teamOf(scope),
                new Window(window.window(), Instant.ofEpochMilli(window.start()), Instant.ofEpochMilli(window.end())),
                window.attribution(),
                isHeadline(window),
                window.zone(),
                Instant.ofEpochMilli(window.asOf()),
                window.revision(),
                window.cause(),
                definitions.version(judgedAt),
                window.live(),
                window.books(),
                completeness(window),
                window.open(),
                window.before().map(before -> changed(window, before, lines)).orElse(List.of()),
                lines);
    }

    private List<Scorecard.Line> lines(WindowTally window, Map<String, Target> targets) {
        Live live = window.live().orElse(Live.NOTHING);
        OptionalLong now = window.live().isPresent() ? OptionalLong.of(window.asOf()) : OptionalLong.empty();
        figures.of(window.tally(), live, now);
        List<Kpi> kpis = ScopeKpis.of(window.scope());
        Scorecard.Line[] lines = new Scorecard.Line[kpis.size()];
        for (int i = 0; i < lines.length; i++) {
            Kpi kpi = kpis.get(i);
            Reading reading = kpi.read(figures);
            Target target = targets.get(kpi.id());
            Status status = target == null ? Status.NO_TARGET : Status.of(kpi, reading, target);
            lines[i] = new Scorecard.Line(kpi, reading, Optional.ofNullable(target), status);
        }
        return List.of(lines);
    }

    private List<Scorecard.Changed> changed(WindowTally window, Restatement before, List<Scorecard.Line> lines) {
        List<Scorecard.Changed> changed = new ArrayList<>();
        figures.of(before.tally().unpack());
        for (Scorecard.Line line : lines) {
            Reading reading = line.kpi().read(figures);
            if (!reading.equals(line.reading())) {
                changed.add(new Scorecard.Changed(line.kpi().id(), reading));
            }
        }
        window.books().ifPresent(books -> {
            addCount("waiting_at_start", before.waitingAtStart(), books.waitingAtStart(), changed);
            addCount("waiting_at_end", before.waitingAtEnd(), books.waitingAtEnd(), changed);
        });
        return changed;
    }

    private static void addCount(String id, long before, long now, List<Scorecard.Changed> changed) {
        if (before != now) {
            changed.add(new Scorecard.Changed(id, Reading.ofCount((double) before)));
        }
    }

    private static OptionalDouble completeness(WindowTally window) {
        double offered = window.tally().count(Measure.OFFERED);
        return window.attribution() == Attribution.OUTCOME || offered == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Books.left(window.tally()) / offered);
    }

    /** Rolling windows show what happened; intervals and days what became of those who came. */
    private static boolean isHeadline(WindowTally window) {
        Attribution shown = BY_ARRIVAL.contains(window.window()) ? Attribution.ARRIVAL : Attribution.OUTCOME;
        return window.attribution() == shown;
    }

    private Optional<String> siteOf(Scope scope) {
        return switch (scope.kind()) {
            case SITE -> Optional.of(scope.name());
            case QUEUE -> definitions.siteOf(scope);
            default -> Optional.empty();
        };
    }

    private Optional<String> teamOf(Scope scope) {
        return switch (scope.kind()) {
            case TEAM -> Optional.of(scope.name());
            case AGENT -> definitions.teamOf(scope.name());
            default -> Optional.empty();
        };
    }
}
