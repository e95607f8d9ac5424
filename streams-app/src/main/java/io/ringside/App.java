package io.ringside;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.adapters.prometheus.Exposition;
import io.ringside.adapters.prometheus.PrometheusScoreboard;
import io.ringside.adapters.web.Board;
import io.ringside.adapters.web.MetricsSource;
import io.ringside.adapters.web.ScorecardFeed;
import io.ringside.adapters.web.WebServer;
import io.ringside.config.Configuration;
import io.ringside.config.TimeSettings;
import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Cause;
import io.ringside.core.scorecards.Scoreboard;
import io.ringside.schemas.BackOff;
import io.ringside.schemas.KafkaCluster;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Presence;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.RegistryPresence;
import io.ringside.schemas.wire.WireFormat;
import io.ringside.topology.Heartbeats;
import io.ringside.topology.Observer;
import io.ringside.topology.Pipeline;
import io.ringside.topology.Settings;

/** One instance of Ringside: the rooms, joined and running. Closing it ends them in reverse order. */
public final class App implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Configuration configuration;
    private final CurrentDefinitions definitions;
    private final PrometheusScoreboard metrics;
    private volatile Optional<Pipeline> pipeline = Optional.empty();
    private volatile Optional<ScorecardFeed> feed = Optional.empty();
    private volatile Optional<Heartbeats> heartbeats = Optional.empty();
    private WebServer web;

    private App(Configuration configuration) {
        this.configuration = configuration;
        this.definitions = new CurrentDefinitions(configuration.settings());
        this.metrics = start(PrometheusScoreboard.create(configuration.prometheus(), definitions));
    }

    /**
     * Starts an instance. A cluster or registry that cannot be reached is waited for, as long as it takes.
     *
     * @throws RuntimeException if the configuration does not fit what is there
     * @throws InterruptedException if interrupted while waiting
     */
    public static App start(Configuration configuration) throws InterruptedException {
        App app = new App(configuration);
        try {
            app.run();
            return app;
        } catch (RuntimeException | InterruptedException e) {
            app.close();
            throw e;
        }
    }

    /** Those who ask are answered from the start: an instance that waits for its cluster is alive, and says so. */
    private void run() throws InterruptedException {
        Map<String, String> registryClient = configuration.kafka().registry();
        Map<String, Object> client = Wiring.client(configuration.kafka());
        Settings settings = Wiring.settings(configuration, definitions);
        WireFormat wire = WireFormat.open(registryClient);
        Presence kafka = KafkaCluster.presence(client);
        Presence schemas = RegistryPresence.shownBy(() -> prepare(wire));
        Presence registry = RegistryPresence.of(registryClient);
        serve(List.of(kafka::absence, schemas::absence, registry::absence, this::heartbeatTrouble, this::feedTrouble));
        kafka.await(BackOff.Sleeper.REAL);
        MissingTopics topics = new MissingTopics(settings.topicPrefix(), settings.partitions());
        topics.create(client, Topics.all());
        topics.checkPartitions(client, Topics.all());
        schemas.await(BackOff.Sleeper.REAL);
        flow(client, settings, wire, new Recovery(kafka, registry, InstantSource.system()));
    }

    private void serve(List<Supplier<Optional<String>>> troubles) {
        Board before = Board.beforeReading(Instant.now());
        web = start(WebServer.start(
                configuration.web().host(),
                configuration.web().port(),
                () -> feed.map(ScorecardFeed::board).orElse(before),
                this::expose,
                new AppHealth(() -> pipeline, troubles, metrics::catchingUp)));
    }

    private void flow(Map<String, Object> client, Settings settings, WireFormat wire, Recovery recovery) {
        Pipeline flowing =
                start(Pipeline.start(settings, wire, observer(), Wiring.streams(configuration.kafka()), recovery));
        pipeline = Optional.of(flowing);
        metrics.watch(flowing.streams());
        feed = Optional.of(start(ScorecardFeed.start(client, settings.topicPrefix(), wire)));
        if (configuration.time().clock() == TimeSettings.Clock.LIVE) {
            metrics.compareWith(InstantSource.system(), configuration.time().catchingUpAfter());
            heartbeats = Optional.of(start(Heartbeats.start(
                    client, wire, settings, configuration.time().heartbeat(), Clock.systemUTC())));
        }
    }

    /** Has the registry know what we write before anything is written, and us what it says of it. */
    private void prepare(WireFormat wire) {
        Topics.all().forEach(topic -> wire.prepare(topic, configuration.kafka().topicPrefix()));
    }

    private Optional<String> heartbeatTrouble() {
        return heartbeats.flatMap(Heartbeats::trouble);
    }

    private Optional<String> feedTrouble() {
        return feed.flatMap(ScorecardFeed::trouble);
    }

    private Observer observer() {
        return new Observer() {
            @Override
            public Scoreboard scoreboard() {
                return metrics;
            }

            @Override
            public void refused(String reason) {
                metrics.deadLetters().accept(reason);
            }

            @Override
            public void cameTooLate(String window, Cause cause, int counts) {
                metrics.cameTooLate(window, cause, counts);
            }

            @Override
            public void unknownQueue(Scope queue) {
                LOG.warn("The configuration does not name {}; the defaults apply to it", queue);
            }

            @Override
            public void unknownWaiting() {
                metrics.unknownWaiting(1);
            }

            @Override
            public void settingsChanged(Change change) {
                LOG.info(
                        "Settings {} hold from {}{}",
                        change.number(),
                        change.from(),
                        change.by().map(who -> ", set by " + who).orElse(""));
            }

            @Override
            public void settingsRefused(String key, String why) {
                LOG.warn("Settings {} are refused, and change nothing: {}", key, why.replace("\n", "; "));
                metrics.settingsRefused();
            }
        };
    }

    private <T extends AutoCloseable> T start(T part) {
        started.push(part);
        return part;
    }

    private MetricsSource.Exposition expose(String accept) {
        Exposition exposition = metrics.scrape(accept);
        return new MetricsSource.Exposition(exposition.contentType(), exposition.bytes());
    }

    /** The port of wallboard, metrics and health. */
    public int port() {
        return web.port();
    }

    /** The metrics of this instance. */
    public PrometheusScoreboard metrics() {
        return metrics;
    }

    /** Whether records are being processed. */
    public boolean isReady() {
        return pipeline.orElseThrow().isRunning();
    }

    /** Completes with the first cause if this instance stops by a defect. */
    public CompletableFuture<Throwable> defect() {
        return pipeline.orElseThrow().defect();
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }
}
