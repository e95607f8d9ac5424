package io.ringside.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A broker in a process of its own, which can be killed and started again on the same folder and port. */
public final class BrokerProcess implements AutoCloseable {
    private static final Duration STARTUP_BOUND = Duration.ofMinutes(2);
    private static final int LINES_OF_EXPLANATION = 15;

    private final Path folder;
    private final int port = FreePort.any();
    private final Map<String, String> overrides;
    private Optional<ChildJvm> running = Optional.empty();

    private BrokerProcess(Path folder, Map<String, String> overrides) {
        this.folder = folder;
        this.overrides = overrides;
    }

    /**
     * Starts a broker and returns when it serves clients.
     *
     * @param folder where it keeps its data and its log
     * @param overrides broker properties under Kafka's names
     * @throws BrokerFailure when it does not come up
     */
    public static BrokerProcess start(Path folder, Map<String, String> overrides) {
        BrokerProcess broker = new BrokerProcess(folder, overrides);
        broker.start();
        return broker;
    }

    /** What clients put under {@code bootstrap.servers}, whether or not the broker runs at this moment. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it again after {@link #kill()}, and returns when it serves clients. */
    public synchronized void start() {
        Path served = folder.resolve("served");
        remove(served);
        List<String> arguments =
                new ArrayList<>(List.of(folder.resolve("data").toString(), Integer.toString(port), served.toString()));
        overrides.forEach((key, value) -> arguments.add(key + "=" + value));
        ChildJvm.Program program = new ChildJvm.Program(
                Program.class.getName(),
                ChildJvm.ownClasspath(),
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=logback-local.xml"),
                arguments,
                folder);
        ChildJvm jvm = ChildJvm.start(program, folder.resolve("broker.log"));
        running = Optional.of(jvm);
        long deadline = System.nanoTime() + STARTUP_BOUND.toNanos();
        while (!Files.exists(served)) {
            if (!jvm.isAlive() || System.nanoTime() > deadline) {
                jvm.kill();
                throw new BrokerFailure("the broker did not start. It said:\n"
                        + String.join("\n", jvm.lastLines(LINES_OF_EXPLANATION)));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public synchronized void kill() {
        running.ifPresent(ChildJvm::kill);
    }

    @Override
    public synchronized void close() {
        running.ifPresent(ChildJvm::close);
    }

    /** What runs in the process: folder, port and the file to write once it serves; then properties. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Map<String, String> overrides = new HashMap<>();
            for (String property : List.of(arguments).subList(3, arguments.length)) {
                int equals = property.indexOf('=');
                overrides.put(property.substring(0, equals), property.substring(equals + 1));
            }
            EmbeddedBroker broker =
                    EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), overrides);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
            Files.createFile(Path.of(arguments[2]));
            Thread.currentThread().join();
        }
    }
}
