package io.ringside.bench;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures throughput, latency, memory and restarts on this machine: {@code ./ringside bench}. */
@Command(
        name = "ringside bench",
        description = "Measures throughput, latency, memory and restarts on this machine.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "500000",
            description = "How many events to measure throughput with; ${DEFAULT-VALUE} unless said otherwise.")
    private long events;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long to measure latency for; ${DEFAULT-VALUE} s unless said otherwise.")
    private int seconds;

    @Option(
            names = "--queues",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "How many queues to measure memory and restarts with; ${DEFAULT-VALUE} unless said otherwise.")
    private int queues;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            defaultValue = "THROUGHPUT,LATENCY,MEMORY,RESTART,WEEK",
            description = "What to measure: ${COMPLETION-CANDIDATES}; all of it unless said otherwise.")
    private Set<Figure> only;

    /** What is measured. */
    enum Figure {
        THROUGHPUT,
        LATENCY,
        MEMORY,
        RESTART,
        WEEK
    }

    @Spec
    private CommandSpec spec;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (events < 1 || seconds < 1 || queues < 1) {
            throw new ParameterException(spec.commandLine(), "--events, --seconds and --queues must be 1 or more");
        }
        System.out.println(Machine.describe());
        for (Figure figure : Figure.values()) {
            if (only.contains(figure)) {
                try (Ground ground = Ground.prepare()) {
                    System.out.println(measure(figure, ground));
                }
            }
        }
        return 0;
    }

    private String measure(Figure figure, Ground ground) throws InterruptedException {
        return switch (figure) {
            case THROUGHPUT -> new Throughput(ground, events).measure();
            case LATENCY -> new Latency(ground, 1_000, Duration.ofSeconds(20), Duration.ofSeconds(seconds)).measure();
            case MEMORY -> new Memory(ground, queues).measure();
            case RESTART -> new Restart(ground, 100_000, queues).measure();
            case WEEK -> new Week(ground, 1).measure();
        };
    }
}
