package io.ringside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.ringside.schemas.wire.Compatibility;
import io.ringside.schemas.wire.RegistryConfig;
import io.ringside.schemas.wire.RegistryUnreachableException;
import io.ringside.schemas.wire.SchemaRegistry;

/**
 * A real Apicurio Registry in a process of its own, on loopback only, with Confluent's REST API and FULL_TRANSITIVE compatibility
 * for every subject.
 *
 * <p>Its schemas live in a file of its state folder, so that a registry that was stopped, or killed, and started again still knows the
 * ids it gave out.
 */
public final class RegistryProcess implements AutoCloseable {
    /** The system property that says where the registry's distribution is unpacked; the build unpacks it. */
    public static final String HOME_PROPERTY = "ringside.registry.home";

    private static final Duration STARTUP_BOUND = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final int LINES_OF_EXPLANATION = 15;

    private final RegistryProgram program;
    private Optional<ChildJvm> running = Optional.empty();

    private RegistryProcess(RegistryProgram program) {
        this.program = program;
    }

    /** Starts a registry on any free port. */
    public static RegistryProcess start(Path stateDir) {
        return start(stateDir, FreePort.any());
    }

    /**
     * Starts a registry and returns when it answers, a few seconds later.
     *
     * @param stateDir where its schemas, its log and its temporary files go
     * @throws RegistryFailure when it is not installed, ends early, or does not answer within two minutes
     */
    public static RegistryProcess start(Path stateDir, int port) {
        RegistryProcess registry = new RegistryProcess(new RegistryProgram(stateDir, port, FreePort.any()));
        registry.start();
        return registry;
    }

    /** What clients put under {@code schema.registry.url}, whether or not the registry runs at this moment. */
    public String url() {
        return program.url();
    }

    public int port() {
        return program.port();
    }

    /** Starts the registry again after {@link #stop()} or {@link #kill()}; does nothing when it runs. */
    public synchronized void start() {
        if (running.isPresent()) {
            return;
        }
        if (!FreePort.isFree(port())) { // else the answer of whoever has it would pass for the registry's
            throw new RegistryFailure("the registry did not start: port " + port() + " is in use");
        }
        ChildJvm child = program.launch();
        try {
            awaitAnswer(child);
        } catch (RuntimeException e) {
            child.kill();
            throw e;
        }
        running = Optional.of(child);
    }

    /** Stops the registry in order; does nothing when it does not run. */
    public synchronized void stop() {
        running.ifPresent(ChildJvm::close);
        running = Optional.empty();
    }

    /** Ends the registry as {@code kill -9} does. */
    public synchronized void kill() {
        running.ifPresent(ChildJvm::kill);
        running = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }

    /** The process id, while it runs. */
    public synchronized Optional<Long> pid() {
        return running.map(ChildJvm::pid);
    }

    /** Setting the compatibility is the first thing asked of it, and asked until there is an answer. */
    private void awaitAnswer(ChildJvm child) {
        SchemaRegistry registry =
                SchemaRegistry.connect(Map.of(RegistryConfig.URL, url(), RegistryConfig.MAX_RETRIES, 0));
        long deadline = System.nanoTime() + STARTUP_BOUND.toNanos();
        while (!holdsToCompatibility(registry)) {
            if (!child.isAlive()) {
                throw new RegistryFailure("the registry ended while it started. It said:\n"
                        + String.join("\n", child.lastLines(LINES_OF_EXPLANATION)));
            }
            if (System.nanoTime() > deadline) {
                throw new RegistryFailure("the registry did not answer on " + url() + " within "
                        + STARTUP_BOUND.toSeconds() + " s. Its log is " + program.log());
            }
            pause();
        }
    }

    private static boolean holdsToCompatibility(SchemaRegistry registry) {
        try {
            registry.setGlobalCompatibility(Compatibility.FULL_TRANSITIVE);
            return true;
        } catch (RegistryUnreachableException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryFailure("interrupted while the registry started", e);
        }
    }
}
