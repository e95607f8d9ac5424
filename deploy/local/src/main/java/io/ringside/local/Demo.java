package io.ringside.local;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topics;

/** The whole of Ringside in one place: broker, registry, app and simulator, started in order and ended in reverse. */
final class Demo implements AutoCloseable {
    private static final int PARTITIONS = 4;

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
        new MissingTopics(Topics.DEFAULT_PREFIX, PARTITIONS)
                .create(Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.all());
        RegistryProcess registry = result(registryStart);
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
