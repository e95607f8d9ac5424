package io.ringside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What a single-node KRaft broker on loopback is told.
 *
 * @param dataDir where it keeps its logs and metadata
 * @param port where clients connect
 * @param controllerPort where the broker talks to its own controller
 * @param overrides further broker properties, under Kafka's names; they win over the settings here
 */
record BrokerSettings(Path dataDir, int port, int controllerPort, Map<String, String> overrides) {
    /** How long a start may take before it is given up as failed. */
    static final Duration STARTUP_BOUND = Duration.ofMinutes(2);

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";

    BrokerSettings {
        Objects.requireNonNull(dataDir, "dataDir");
        requirePort("port", port);
        requirePort("controllerPort", controllerPort);
        overrides = Map.copyOf(overrides);
    }

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.putAll(node());
        properties.putAll(singleNodeTopics());
        properties.putAll(smallFootprint());
        properties.putAll(overrides);
        return properties;
    }

    private Map<String, String> node() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listeners",
                "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://" + bootstrapServers(),
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs",
                dataDir.toString(),
                "server.max.startup.time.ms",
                Long.toString(STARTUP_BOUND.toMillis()));
    }

    // One node holds the only replica. A few partitions of the internal topics start faster than the default fifty.
    private static Map<String, String> singleNodeTopics() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "2",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    // The cleaner's default buffer is 128 MiB of heap, each segment's indexes 20 MiB of address space,
    // and a segment is compacted only once it is full.
    private static Map<String, String> smallFootprint() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.index.size.max.bytes", "1048576",
                "log.segment.bytes", "67108864",
                "num.network.threads", "2",
                "num.io.threads", "4");
    }

    private static void requirePort(String name, int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(name + " must be between 1 and 65535, was " + port);
        }
    }
}
