package io.ringside.adapters.prometheus;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Live;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.core.scorecards.Status;

/** Renders what the boards show. It reads rows that no longer change and waits for no store and no stream thread. */
final class ScoreboardCollector implements MultiCollector {
    private final Boards boards;
    private final Definitions definitions;

    ScoreboardCollector(Boards boards, Definitions definitions) {
        this.boards = boards;
        this.definitions = definitions;
    }

    @Override
    public MetricSnapshots collect() {
        Boards.Shown shown = boards.shown();
        Series series = new Series();
        Set<Labels> withTargets = new HashSet<>();
        for (ScorecardRow row : shown.scorecards()) {
            row.scorecard()
                    .completeness()
                    .ifPresent(share -> series.gauge(KpiFamilies.COMPLETENESS, row.labels(), share));
            boolean first = withTargets.add(row.scope());
            row.scorecard().lines().forEach(line -> {
                addKpi(series, row.labels(), line);
                if (first) {
                    addTarget(series, row.scope(), line);
                }
            });
        }
        for (TotalsRow row : shown.totals()) {
            addLive(series, row);
            addBooks(series, row);
            addTotals(series, row);
        }
        addDefinitions(series, shown);
        shown.watermarks().forEach((task, asOf) -> series.gauge(PipelineFamilies.WATERMARK, task, asOf));
        return series.snapshots();
    }

    private static void addKpi(Series series, Labels labels, Scorecard.Line line) {
        KpiFamilies families = KpiFamilies.of(line.kpi());
        line.reading().value().ifPresent(value -> series.gauge(families.value(), labels, value));
        families.numerator()
                .ifPresent(family -> line.reading().numerator().ifPresent(sum -> series.gauge(family, labels, sum)));
        families.denominator()
                .ifPresent(family -> line.reading().denominator().ifPresent(sum -> series.gauge(family, labels, sum)));
        if (line.status() == Status.MET || line.status() == Status.AT_RISK || line.status() == Status.MISSED) {
            series.gauge(KpiFamilies.STATUS, labels.add("kpi", line.kpi().id()), rank(line.status()));
        }
    }

    private static void addTarget(Series series, Labels scope, Scorecard.Line line) {
        line.target()
                .ifPresent(target -> series.gauge(KpiFamilies.of(line.kpi()).target(), scope, target.goal()));
    }

    private static int rank(Status status) {
        return switch (status) {
            case MET -> 2;
            case AT_RISK -> 1;
            case MISSED -> 0;
            case NO_DATA, NO_TARGET -> throw new IllegalArgumentException("nothing to judge: " + status);
        };
    }

    private static void addLive(Series series, TotalsRow row) {
        for (LiveFamilies families : LiveFamilies.ALL) {
            if (families.reach().covers(row.scope())) {
                Live.Stock stock = families.stock().apply(row.live());
                series.gauge(families.count(), row.labels(), (double) stock.count());
                OptionalLong oldest = stock.oldestSince();
                if (oldest.isPresent()) {
                    series.gauge(families.oldest(), row.labels(), oldest.getAsLong() / 1000.0);
                }
            }
        }
    }

    private static void addBooks(Series series, TotalsRow row) {
        if (Reach.QUEUES.covers(row.scope())) {
            series.gauge(LiveFamilies.RESIDUAL, row.labels(), (double) row.residual());
        }
    }

    private static void addTotals(Series series, TotalsRow row) {
        for (TotalsRow.Count count : row.counts()) {
            CounterFamily counter = count.counter();
            series.counter(counter.family(), counter.labels(row.labels()), count.value());
        }
        for (TotalsRow.Spread spread : row.spreads()) {
            series.histogram(spread.histogram().family(), row.labels(), spread.buckets(), spread.sum());
        }
    }

    private void addDefinitions(Series series, Boards.Shown shown) {
        int unknown = 0;
        long now = Math.round(
                1000 * shown.watermarks().values().stream().reduce(Math::max).orElse(0.0));
        for (TotalsRow row : shown.totals()) {
            definitions
                    .hours(row.scope())
                    .ifPresent(hours ->
                            series.gauge(PipelineFamilies.OPEN, row.labels(), hours.isOpenAt(now) ? 1.0 : 0.0));
            if (row.scope().kind() == Scope.Kind.QUEUE) {
                QueueDefinition queue = definitions.queue(row.scope(), now);
                series.gauge(
                        PipelineFamilies.THRESHOLD,
                        row.labels(),
                        queue.threshold().toMillis() / 1000.0);
                series.gauge(
                        PipelineFamilies.SHORT_ABANDON,
                        row.labels(),
                        queue.shortAbandon().toMillis() / 1000.0);
                unknown += queue.known() ? 0 : 1;
            }
        }
        series.gauge(PipelineFamilies.UNKNOWN_QUEUES, Labels.EMPTY, unknown);
        String version = definitions.version(now);
        series.gauge(
                PipelineFamilies.SETTINGS, Labels.EMPTY, Integer.parseInt(version.substring(0, version.indexOf('-'))));
    }
}
