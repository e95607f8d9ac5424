package io.ringside.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java program in a process of its own that never outlives this JVM: it ends when closed, when killed, and, through {@link Leash},
 * when this JVM is gone for any reason.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    // Ctrl-C reaches every process of the terminal. The parent alone decides in which order things end, so a child does
    // not hear it.
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program; it runs when this returns, and may not be ready yet.
     *
     * @param program what to run
     * @param log where its output is appended
     */
    public static ChildJvm start(Program program, Path log) {
        try {
            Files.createDirectories(program.directory());
            Process process = new ProcessBuilder(program.commandLine())
                    .directory(program.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ChildJvm(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + program.mainClass(), e);
        }
    }

    /** Where the classes of this JVM are. */
    static List<Path> ownClasspath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The last lines it printed, to explain why it ended. */
    List<String> lastLines(int count) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(cannot read " + log + ": " + e.getMessage() + ")");
        }
    }

    /** Ends it as {@code kill -9} does: no hook of its own runs. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it has ended, however long it runs. */
    public void awaitEnd() {
        process.onExit().join();
    }

    /** Asks it to end, and kills it when it has not within five seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What a child runs.
     *
     * @param mainClass the class whose main method is run
     * @param classpath where its classes are
     * @param options of the JVM, for example {@code -Xmx96m}
     * @param arguments handed to the main method
     * @param directory the working directory, created when absent
     */
    public record Program(
            String mainClass, List<Path> classpath, List<String> options, List<String> arguments, Path directory) {
        public Program {
            classpath = List.copyOf(classpath);
            options = List.copyOf(options);
            arguments = List.copyOf(arguments);
        }

        List<String> commandLine() {
            String path = Stream.concat(Stream.of(leash()), classpath.stream())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", path, Leash.class.getName(), mainClass));
            command.addAll(arguments);
            return command;
        }

        private static Path leash() {
            CodeSource source = Leash.class.getProtectionDomain().getCodeSource();
            try {
                return Path.of(source.getLocation().toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("no folder or jar holds " + Leash.class.getName(), e);
            }
        }
    }
}
