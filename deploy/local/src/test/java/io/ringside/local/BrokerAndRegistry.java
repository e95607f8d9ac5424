package io.ringside.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A real broker and a real registry, started side by side. */
final class BrokerAndRegistry {
    private BrokerAndRegistry() {}

    /** Starts both as parts; returns how clients reach them. */
    static Map<String, String> start(Parts parts, Path folder) throws InterruptedException {
        CompletableFuture<RegistryProcess> starting =
                CompletableFuture.supplyAsync(() -> RegistryProcess.start(folder.resolve("registry")));
        EmbeddedBroker broker =
                parts.start("broker", () -> EmbeddedBroker.start(folder.resolve("broker"), FreePort.any()));
        RegistryProcess registry = parts.start("registry", starting::join);
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }
}
