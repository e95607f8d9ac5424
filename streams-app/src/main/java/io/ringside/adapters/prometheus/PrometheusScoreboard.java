package io.ringside.adapters.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import org.apache.kafka.streams.KafkaStreams;

import io.ringside.config.PrometheusSettings;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Reason;
import io.ringside.core.facts.Cause;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;
import io.ringside.core.scorecards.Scoreboard;
import io.ringside.core.scorecards.Scorecard;

/**
 * The scoreboard as Prometheus metrics. An owner's series appear when it first shows something and are gone from the
 * scrape after it retires; where two owners show the same, as they may while tasks move, the one that came later counts.
 */
public final class PrometheusScoreboard implements Scoreboard, AutoCloseable {
    private final PrometheusSettings settings;
    private final Boards boards = new Boards();
    private final ScopeLabels labels;
    private final Histograms histograms;
    private final PrometheusMeterRegistry registry;
    private final RuntimeHealth runtime = new RuntimeHealth();
    private volatile Optional<Behind> behind = Optional.empty();

    private PrometheusScoreboard(PrometheusSettings settings, Definitions definitions) {
        this.settings = settings;
        this.labels = new ScopeLabels(definitions, settings.agents());
        this.histograms = new Histograms(settings.buckets(), definitions);
        this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
        registry.getPrometheusRegistry().register(new ScoreboardCollector(boards, definitions));
        RuntimeHealth.filter(registry);
        // A counter that is there from the start shows its first step; one that appears at 1 hides it.
        for (Cause cause : Cause.values()) {
            cameTooLate("interval", cause, 0);
            cameTooLate("day", cause, 0);
        }
        unknownWaiting(0);
        for (Reason reason : Reason.values()) {
            deadLetters(reason.id());
        }
        settingsRefusals();
    }

    /** A scoreboard without the figures of the JVM; {@link #watch(KafkaStreams)} adds these. */
    public static PrometheusScoreboard create(PrometheusSettings settings, Definitions definitions) {
        return new PrometheusScoreboard(settings, definitions);
    }

    /**
     * Adds how far behind a clock each task is.
     *
     * @param limit what is further behind is catching up
     */
    public void compareWith(InstantSource clock, Duration limit) {
        Behind added = new Behind(boards, clock, limit);
        registry.getPrometheusRegistry().register(added);
        behind = Optional.of(added);
    }

    /** Which task is furthest behind, for a person; empty while all show what is now, and where there is no now. */
    public Optional<String> catchingUp() {
        return behind.flatMap(Behind::inWords);
    }

    /** Adds the health of this process and of its streams. */
    public void watch(KafkaStreams streams) {
        runtime.bindTo(registry);
        registry.getPrometheusRegistry().register(new StreamsHealth(streams::metrics));
    }

    @Override
    public boolean shows(Scope scope) {
        return scope.kind() != Scope.Kind.AGENT || settings.agents();
    }

    @Override
    public void show(String owner, Scorecard scorecard) {
        if (!settings.exports(scorecard.headline(), scorecard.attribution().id())
                || !settings.windows().contains(scorecard.window().id())
                || !shows(scorecard.scope())) {
            return;
        }
        OwnerBoard board = boards.of(owner);
        OwnerBoard.Place place =
                new OwnerBoard.Place(scorecard.scope(), scorecard.window().id(), scorecard.attribution());
        board.put(
                place,
                board.at(place)
                        .map(row -> row.with(scorecard))
                        .orElseGet(() -> ScorecardRow.of(labels.of(scorecard.scope()), scorecard)));
    }

    @Override
    public void showTotals(String owner, Scope scope, Live live, Tally totals) {
        if (!shows(scope)) {
            return;
        }
        OwnerBoard board = boards.of(owner);
        Optional<TotalsRow> before = board.at(scope);
        Labels scopeLabels = before.map(TotalsRow::labels).orElseGet(() -> labels.of(scope));
        TotalsRow now = TotalsRow.of(scope, scopeLabels, live, totals, histograms.families());
        board.put(before.map(now::notBelow).orElse(now));
    }

    @Override
    public void showWatermark(String owner, Instant asOf) {
        boards.of(owner).put(asOf);
    }

    @Override
    public void retire(String owner) {
        boards.remove(owner);
    }

    /** Counts refused records; the topology gives it the reason of each, one of a fixed few. */
    public Consumer<String> deadLetters() {
        return reason -> deadLetters(reason).increment();
    }

    /** Counts a change of settings that was refused. */
    public void settingsRefused() {
        settingsRefusals().increment();
    }

    private Counter settingsRefusals() {
        return Counter.builder(PipelineFamilies.SETTINGS_REFUSED.metadata().getName())
                .description(PipelineFamilies.SETTINGS_REFUSED.metadata().getHelp())
                .register(registry);
    }

    /**
     * All metrics now.
     *
     * @param accept the Accept header of the request, which may be null: Prometheus text unless it asks for OpenMetrics
     */
    public Exposition scrape(String accept) {
        return new Exposition(registry, accept);
    }

    /** Where other parts of the pipeline count. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        runtime.close();
        registry.close();
    }

    /** Counts what came too late for its interval, or its day. */
    public void cameTooLate(String window, Cause cause, int counts) {
        counter(PipelineFamilies.TOO_LATE)
                .tag("window", window)
                .tag("reason", cause.id())
                .register(registry)
                .increment(counts);
    }

    /** Counts contacts that a snapshot of a queue lists and of which nothing else is known. */
    public void unknownWaiting(int contacts) {
        counter(PipelineFamilies.UNKNOWN_WAITING).register(registry).increment(contacts);
    }

    private Counter deadLetters(String reason) {
        return counter(PipelineFamilies.DEAD_LETTERS).tag("reason", reason).register(registry);
    }

    private static Counter.Builder counter(Family family) {
        return Counter.builder(family.metadata().getName())
                .description(family.metadata().getHelp());
    }
}
