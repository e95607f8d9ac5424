package io.ringside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.ringside.config.Configuration;
import io.ringside.local.EmbeddedBroker;
import io.ringside.producers.Publisher;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.WireFormat;

/** What all runs of a benchmark share: one broker, one registry, one set of topics. */
final class Ground implements AutoCloseable {
    static final int PARTITIONS = 4;

    private final Path folder;
    private final EmbeddedBroker broker;
    private final String registry = "mock://" + UUID.randomUUID();

    private Ground(Path folder) {
        this.folder = folder;
        this.broker = EmbeddedBroker.start(folder.resolve("broker"));
    }

    static Ground prepare() throws IOException, InterruptedException {
        Ground ground = new Ground(Files.createTempDirectory("ringside-bench"));
        new MissingTopics(Topics.DEFAULT_PREFIX, PARTITIONS).create(ground.client(), Topics.all());
        return ground;
    }

    Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>();
        client.put("bootstrap.servers", broker.bootstrapServers());
        client.put("schema.registry.url", registry);
        return client;
    }

    WireFormat wire() {
        return WireFormat.open(client());
    }

    Publisher publisher() {
        return new Publisher(client(), Topics.DEFAULT_PREFIX);
    }

    /** The configuration of an app on this ground, with one stream thread and no listener of its own port. */
    Configuration app(String application) {
        return app(application, "");
    }

    /** The same with more of a configuration. */
    Configuration app(String application, String yaml) {
        return Configuration.parse(
                "bench",
                yaml,
                Map.of(),
                Map.of(
                        "kafka.bootstrapServers",
                        broker.bootstrapServers(),
                        "kafka.applicationId",
                        application,
                        "kafka.partitions",
                        Integer.toString(PARTITIONS),
                        "kafka.registry.schema.registry.url",
                        registry,
                        "kafka.properties.state.dir",
                        folder.resolve("state").toString(),
                        "kafka.properties.num.stream.threads",
                        "1",
                        "web.port",
                        "0"));
    }

    /** Removes what apps keep on the disk; their changelogs stay. */
    void removeState() {
        remove(folder.resolve("state"));
    }

    @Override
    public void close() {
        broker.close();
        remove(folder);
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
