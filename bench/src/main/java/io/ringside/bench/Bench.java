package io.ringside.bench;

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
            defaultValue = "1000000",
            description = "How many events to measure throughput with; ${DEFAULT-VALUE} unless said otherwise.")
    private long events;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.describe());
        try (Ground ground = Ground.prepare()) {
            System.out.println(new Throughput(ground, events).measure());
        }
        return 0;
    }
}
