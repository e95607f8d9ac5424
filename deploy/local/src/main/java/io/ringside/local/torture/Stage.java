package io.ringside.local.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.ringside.local.AppProcess;
import io.ringside.local.BrokerProcess;
import io.ringside.local.Parts;
import io.ringside.local.RegistryProcess;
import io.ringside.oracle.Rules;
import io.ringside.producers.Publisher;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topics;

/** A broker, a registry and instances of the app, each in a process of its own. */
final class Stage implements AutoCloseable {
    static final int PARTITIONS = 4;

    /**
     * Kafka's usual patience with the dead, 45 s, would make up most of the time. Transactions are another matter: a broker
     * that has just begun skips the partitions that it does not know yet when it ends a transaction, which is then open for
     * good; so the 10 s that it lets pass before it looks for those to end stay as they are.
     */
    private static final Map<String, String> IMPATIENT = Map.of("group.min.session.timeout.ms", "1000");

    private final Path folder;
    private final Parts parts = new Parts();
    private final BrokerProcess broker;
    private final RegistryProcess registry;

    private Stage(Path folder, BrokerProcess broker, RegistryProcess registry) {
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
    }

    /** @param folder of all that its processes write */
    static Stage start(Path folder) throws InterruptedException {
        CompletableFuture<RegistryProcess> starting =
                CompletableFuture.supplyAsync(() -> RegistryProcess.start(folder.resolve("registry")));
        BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"), IMPATIENT);
        Stage stage = new Stage(folder, broker, starting.join());
        stage.parts.start("the broker", () -> broker);
        stage.parts.start("the registry", () -> stage.registry);
        return stage;
    }

    BrokerProcess broker() {
        return broker;
    }

    /** How to reach the cluster and the registry. */
    Map<String, String> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }

    /** Creates the topics of a run. */
    void createTopics(String run) throws InterruptedException {
        new MissingTopics(prefix(run), PARTITIONS).create(client(), Topics.all());
    }

    /** What the names of a run's topics begin with. */
    static String prefix(String run) {
        return run + ".";
    }

    Publisher publisher(String run) throws InterruptedException {
        return parts.start("the publisher of " + run, () -> new Publisher(client(), prefix(run)));
    }

    Seen seen(String run) throws InterruptedException {
        return parts.start("the reader of " + run, () -> new Seen(client(), prefix(run), PARTITIONS));
    }

    /** Starts the instances of a run; they may not be ready yet when this returns. */
    List<AppProcess> startApps(String run, Rules rules, int count) throws InterruptedException {
        List<AppProcess> apps = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String name = run + "-" + i;
            apps.add(parts.start(
                    name, () -> AppProcess.start(folder.resolve(name), configuration(run, name, rules, count))));
        }
        return apps;
    }

    /** Time comes with the history. */
    private String configuration(String run, String name, Rules rules, int instances) {
        return """
                kafka:
                  applicationId: %s
                  topicPrefix: %s
                  bootstrapServers: %s
                  partitions: %d
                  sources: [calls, chats, tickets, surveys, agents, queue-snapshots]
                  registry: {schema.registry.url: "%s"}
                  properties:
                    state.dir: "%s"
                    num.standby.replicas: %d
                    session.timeout.ms: 3000
                    heartbeat.interval.ms: 1000
                    request.timeout.ms: 3000
                    producer.transaction.timeout.ms: 5000
                    producer.delivery.timeout.ms: 6000
                    producer.max.block.ms: 5000
                time: {clock: replay}
                windows: {interval: %dm, total: true}
                %s
                """.formatted(
                        run,
                        prefix(run),
                        broker.bootstrapServers(),
                        PARTITIONS,
                        registry.url(),
                        folder.resolve(name).resolve("state"),
                        instances > 1 ? 1 : 0,
                        rules.interval().toMinutes(),
                        rules.yaml());
    }

    @Override
    public void close() {
        parts.close();
    }
}
