package io.ringside;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.adapters.prometheus.Exposition;
import io.ringside.adapters.prometheus.PrometheusScoreboard;
import io.ringside.adapters.web.MetricsSource;
import io.ringside.adapters.web.ScorecardFeed;
import io.ringside.adapters.web.WebServer;
import io.ringside.config.Configuration;
import io.ringside.config.TimeSettings;
import io.ringside.core.definitions.Scope;
import io.ringside.core.scorecards.Scoreboard;
import io.ringside.schemas.BackOff;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.RegistryUnreachableException;
import io.ringside.schemas.wire.SchemaRegistry;
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
    private final PrometheusScoreboard metrics;
    private Pipeline pipeline;
    private WebServer web;

    private App(Configuration configuration) {
        this.configuration = configuration;
        this.metrics = start(PrometheusScoreboard.create(configuration.prometheus(), configuration.definitions()));
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

    private void run() throws InterruptedException {
        Map<String, Object> client = Wiring.client(configuration.kafka());
        Settings settings = Wiring.settings(configuration);
        MissingTopics topics = new MissingTopics(settings.topicPrefix(), settings.partitions());
        topics.create(client, Topics.all());
        topics.checkPartitions(client, Topics.all());
        registerSchemas();
        WireFormat wire = WireFormat.open(configuration.kafka().registry());
        pipeline = start(Pipeline.start(settings, wire, observer(), Wiring.streams(configuration.kafka())));
        metrics.watch(pipeline.streams());
        ScorecardFeed feed = start(ScorecardFeed.start(client, settings.topicPrefix(), wire));
        web = start(WebServer.start(
                configuration.web().host(),
                configuration.web().port(),
                feed::board,
                this::expose,
                new AppHealth(pipeline)));
        if (configuration.time().clock() == TimeSettings.Clock.LIVE) {
            start(Heartbeats.start(
                    client,
                    wire,
                    settings.topicPrefix(),
                    settings.partitions(),
                    configuration.time().heartbeat(),
                    Clock.systemUTC()));
        }
    }

    /** Has the registry know what we write before anything is written; waits for one that is away. */
    private void registerSchemas() throws InterruptedException {
        SchemaRegistry registry = SchemaRegistry.connect(configuration.kafka().registry());
        BackOff backOff = new BackOff(BackOff.Sleeper.REAL);
        while (true) {
            try {
                for (Topic<?> topic : Topics.all()) {
                    String name = topic.name(configuration.kafka().topicPrefix());
                    registry.register(SchemaRegistry.subject(name, false), topic.schema());
                }
                return;
            } catch (RegistryUnreachableException e) {
                LOG.warn("Waiting for the schema registry: {}", e.getMessage());
                backOff.pause();
            }
        }
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
            public void unknownQueue(Scope queue) {
                LOG.warn("The configuration does not name {}; the defaults apply to it", queue);
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
        return pipeline.isRunning();
    }

    /** Completes with the first cause if this instance stops by a defect. */
    public CompletableFuture<Throwable> defect() {
        return pipeline.defect();
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
