package io.ringside.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.ringside.producers.simulator.Scenario;
import io.ringside.producers.simulator.Simulation;

/** {@code ringside simulate}. */
@Command(
        name = "simulate",
        description = "Publish the events of a simulated center to a cluster, or write them to a file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration;

    @Mixin
    private SimulatorOptions simulator;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "When the center opens, for example 2026-03-02T07:00:00Z. Default: now.")
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to-file",
            paramLabel = "FILE",
            description = "Write lines of JSON instead of publishing; compressed when FILE ends in .gz.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "24h",
            description = "With --to-file: how much time to write. Default: ${DEFAULT-VALUE}.")
    private Duration length;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Instant start = from.orElseGet(Instant::now);
        if (file.isPresent()) {
            write(start, file.get());
        } else {
            publish(start);
        }
        return 0;
    }

    private void write(Instant start, Path path) throws IOException {
        long count = new EventFile(path)
                .write(Simulation.until(simulator.scenario(start, start), start.plus(length))
                        .iterator());
        spec.commandLine().getErr().println(count + " events written to " + path);
    }

    /** At the wall's own speed the center lives in the present, and what lies behind goes out at once; at any other it starts where it was told. */
    private void publish(Instant start) throws InterruptedException {
        Instant now = simulator.speed() == 1 ? Instant.now() : start;
        Scenario scenario = simulator.scenario(start, now);
        Cluster cluster = new Cluster(configuration.load().kafka());
        cluster.createTopics();
        SimulatedCenter center = new SimulatedCenter(scenario, simulator.speed(), cluster.publisher());
        Parts parts = new Parts();
        parts.start("the simulated center", () -> center);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "end-of-simulation"));
        center.goLive(now);
        spec.commandLine()
                .getErr()
                .println("Publishing to " + cluster.settings().bootstrapServers() + ". Ctrl-C ends it.");
        center.awaitEnd();
    }
}
