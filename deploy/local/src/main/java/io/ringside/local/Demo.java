package io.ringside.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.App;
import io.ringside.config.Configuration;
import io.ringside.producers.simulator.Scenario;

/** The whole of Ringside in one place: broker, registry, app and simulated center, started in order and ended in reverse. */
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration READY_BOUND = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final DemoSettings settings;
    private final Parts parts = new Parts();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    Demo(DemoSettings settings) {
        this.settings = settings;
    }

    /** Starts everything and says where it is. What was started before a failure stays in the care of {@link #close()}. */
    void start(PrintWriter out) throws InterruptedException {
        StateFolder state = parts.start("the temporary folder", StateFolder::create);
        FutureTask<RegistryProcess> registryStart =
                new FutureTask<>(() -> parts.start("the registry", () -> registry(state)));
        new Thread(registryStart, "registry-start").start();
        EmbeddedBroker broker = parts.start("the broker", () -> broker(state));
        RegistryProcess registry = result(registryStart);
        Configuration configuration = settings.configuration().apply(overrides(broker, registry, state));
        Cluster cluster = new Cluster(configuration.kafka());
        cluster.createTopics();
        Runnable live = settings.simulation().isPresent()
                ? simulate(settings.simulation().get(), cluster)
                : () -> {};
        App app = parts.start("the app", () -> App.start(configuration));
        live.run();
        awaitReady(app);
        new Addresses(configuration.web().port(), broker.port(), registry.url()).print(out);
    }

    /** Returns the exit code when the demo has ended: 0 when it was closed, 1 when the app stopped by a defect. */
    int awaitEnd() {
        return exitCode.join();
    }

    @Override
    public void close() {
        parts.close();
        exitCode.complete(0);
    }

    private RegistryProcess registry(StateFolder state) {
        return RegistryProcess.start(state.resolve("registry"), FreePort.preferring(settings.registryPort()));
    }

    private EmbeddedBroker broker(StateFolder state) {
        return EmbeddedBroker.start(state.resolve("broker"), FreePort.preferring(settings.brokerPort()));
    }

    private Map<String, String> overrides(EmbeddedBroker broker, RegistryProcess registry, StateFolder state) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("kafka.bootstrapServers", broker.bootstrapServers());
        overrides.put("kafka.registry.schema.registry.url", registry.url());
        overrides.put("kafka.properties.num.standby.replicas", "0"); // there is no second instance to stand by
        overrides.put("kafka.properties.state.dir", state.resolve("app").toString());
        overrides.put("web.port", Integer.toString(FreePort.preferring(settings.webPort())));
        return overrides;
    }

    /**
     * Publishes the past and returns what goes on from now. What happened before the app starts lies in its topics when it starts, so
     * nothing of it is late.
     */
    private Runnable simulate(SimulatorOptions simulator, Cluster cluster) throws InterruptedException {
        Instant now = Instant.now();
        Scenario scenario = simulator.scenarioAtMidMorning(now.minus(DemoSettings.HISTORY), now);
        SimulatedCenter center = parts.start("the simulated center", () -> {
            SimulatedCenter opened = new SimulatedCenter(scenario, 1, cluster.publisher());
            opened.catchUp(now);
            return opened;
        });
        return () -> center.goLive(now);
    }

    private void awaitReady(App app) throws InterruptedException {
        var unused = app.defect().thenAccept(this::failed);
        long deadline = System.nanoTime() + READY_BOUND.toNanos();
        while (!app.isReady() && !exitCode.isDone() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_INTERVAL.toMillis());
        }
        if (!app.isReady()) {
            LOG.warn("The app is not ready after {} s; it may need longer on this machine", READY_BOUND.toSeconds());
        }
    }

    private void failed(Throwable defect) {
        LOG.error("The app stopped by a defect, and so does the demo", defect);
        exitCode.complete(1);
    }

    private static <T> T result(FutureTask<T> start) throws InterruptedException {
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
