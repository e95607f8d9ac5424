package io.ringside.bench;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures throughput, latency and memory on this machine: {@code ./ringside bench}. */
@Command(
        name = "ringside bench",
        description = "Measures throughput, latency and memory on this machine.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "300000",
            description = "How many events to measure throughput with; ${DEFAULT-VALUE} unless said otherwise.")
    private long events;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long to measure latency for; ${DEFAULT-VALUE} s unless said otherwise.")
    private int seconds;

    @Option(
            names = "--queues",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many queues to measure memory with; ${DEFAULT-VALUE} unless said otherwise.")
    private int queues;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            defaultValue = "THROUGHPUT,LATENCY,MEMORY",
            description = "What to measure: ${COMPLETION-CANDIDATES}; all of it unless said otherwise.")
    private Set<Figure> only;

    /** What is measured. */
    enum Figure {
        THROUGHPUT,
        LATENCY,
        MEMORY
    }

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
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
        };
    }
}
