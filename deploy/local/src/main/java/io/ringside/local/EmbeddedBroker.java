package io.ringside.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker (KRaft, one node, loopback only) in this JVM.
 *
 * <p>Its data outlives {@link #stop()}: {@link #start()} brings the broker back on the same port with the same topics, which is
 * how tests take a broker away for a while. Topics are not created by being used.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final BrokerSettings settings;
    private Optional<KafkaRaftServer> running = Optional.empty();

    private EmbeddedBroker(BrokerSettings settings) {
        this.settings = settings;
    }

    /** Starts a broker on any free port. */
    public static EmbeddedBroker start(Path dataDir) {
        return start(dataDir, FreePort.any());
    }

    public static EmbeddedBroker start(Path dataDir, int port) {
        return start(dataDir, port, Map.of());
    }

    /**
     * Starts a broker and returns when it serves clients, a few seconds later.
     *
     * @param dataDir where it keeps its data; created and formatted when it is new
     * @param overrides broker properties under Kafka's names, for example {@code message.max.bytes}
     * @throws BrokerFailure when it does not come up, for example because the port is taken
     */
    public static EmbeddedBroker start(Path dataDir, int port, Map<String, String> overrides) {
        EmbeddedBroker broker = new EmbeddedBroker(new BrokerSettings(dataDir, port, FreePort.any(), overrides));
        broker.start();
        return broker;
    }

    /** What clients put under {@code bootstrap.servers}, whether or not the broker runs at this moment. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public int port() {
        return settings.port();
    }

    /** Starts the broker again after {@link #stop()}; does nothing when it runs. */
    public synchronized void start() {
        if (running.isPresent()) {
            return;
        }
        formatOnce();
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new BrokerFailure("the broker did not start on " + bootstrapServers(), e);
        }
        running = Optional.of(server);
    }

    /** Stops the broker in order and keeps its data; does nothing when it does not run. */
    public synchronized void stop() {
        running.ifPresent(server -> {
            server.shutdown();
            server.awaitShutdown();
        });
        running = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }

    private void formatOnce() {
        if (Files.exists(settings.dataDir().resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(settings.dataDir().toString())
                    .addDirectory(settings.dataDir().toString())
                    .run();
        } catch (Exception e) { // what Formatter declares
            throw new BrokerFailure("cannot format " + settings.dataDir(), e);
        }
    }
}
