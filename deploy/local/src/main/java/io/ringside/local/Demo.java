package io.ringside.local;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

import io.ringside.config.Configuration;
import io.ringside.producers.simulator.Scenario;

/** The whole of Ringside in one place: broker, registry, app and simulated center, started in order and ended in reverse. */
final class Demo implements AutoCloseable {
    private final DemoSettings settings;
    private final Parts parts = new Parts();
    private final CountDownLatch ended = new CountDownLatch(1);

    Demo(DemoSettings settings) {
        this.settings = settings;
    }

    /** Starts everything and says where it is. What was started before a failure stays in the care of {@link #close()}. */
    void start(PrintWriter out) throws InterruptedException {
        StateFolder state = parts.start("the temporary folder", StateFolder::create);
        CompletableFuture<RegistryProcess> registryStart =
                CompletableFuture.supplyAsync(() -> parts.start("the registry", () -> registry(state)));
        EmbeddedBroker broker = parts.start("the broker", () -> broker(state));
        RegistryProcess registry = result(registryStart);
        Configuration configuration = settings.configuration().apply(overrides(broker, registry, state));
        Cluster cluster = new Cluster(configuration.kafka());
        cluster.createTopics();
        if (settings.simulation().isPresent()) {
            simulate(settings.simulation().get(), cluster);
        }
        new Addresses(broker.port(), registry.url()).print(out);
    }

    /** Returns when the demo has ended, which is when somebody closed it. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        parts.close();
        ended.countDown();
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
        overrides.put("kafka.properties.state.dir", state.resolve("app").toString());
        overrides.put("web.port", Integer.toString(FreePort.preferring(settings.webPort())));
        if (settings.runsOnItsOwnTime()) {
            overrides.put("time.clock", "replay");
        }
        return overrides;
    }

    // What happened before the app starts lies in its topics when it starts: nothing of it is late.
    private void simulate(SimulatorOptions simulator, Cluster cluster) {
        Instant now = Instant.now();
        Scenario scenario = simulator.scenario(now.minus(DemoSettings.HISTORY), now);
        SimulatedCenter center = parts.start("the simulated center", () -> {
            SimulatedCenter opened = new SimulatedCenter(scenario, simulator.speed(), cluster.publisher());
            opened.catchUp(now);
            return opened;
        });
        center.goLive(now);
    }

    private static <T> T result(CompletableFuture<T> start) {
        try {
            return start.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
