package io.ringside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final Duration USUAL_LENGTH = Duration.ofHours(24);

    @Mixin
    private ConfigurationOptions configuration;

    @Mixin
    private SimulatorOptions simulator;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
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
            description = "With --to-file: how much time to write. Default: 24h.")
    private Optional<Duration> length = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Seconds of the center for each second on the wall, from a past --from until the present is"
                    + " reached. The app must have time.clock replay and shows the past. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        refuseWhatDoesNotFit();
        Instant start = from.orElseGet(Instant::now);
        if (file.isPresent()) {
            write(start, file.get());
        } else {
            publish(start);
        }
        return 0;
    }

    private void refuseWhatDoesNotFit() {
        if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
            throw refused("--speed must be > 0, was " + speed);
        } else if (speed != 1 && file.isPresent()) {
            throw refused("--speed says how fast to publish; a file is written at once");
        } else if (speed != 1 && from.filter(Instant.now()::isAfter).isEmpty()) {
            throw refused("--speed needs --from, a time in the past: nothing is published before it has happened");
        } else if (length.isPresent() && file.isEmpty()) {
            throw refused("--for goes with --to-file");
        } else if (length.filter(Duration::isZero).isPresent()) {
            throw refused("--for must be > 0 s");
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private void write(Instant start, Path path) {
        Instant end = start.plus(length.orElse(USUAL_LENGTH));
        long count = new EventFile(path)
                .write(Simulation.until(simulator.scenario(start, start), end).iterator());
        spec.commandLine().getErr().println(count + " events written to " + path);
    }

    /** At the wall's own speed the center lives in the present, and what lies behind goes out at once; at any other it starts where it was told. */
    private void publish(Instant start) throws InterruptedException {
        Instant now = speed == 1 ? Instant.now() : start;
        Scenario scenario = simulator.scenario(start, now);
        Cluster cluster = new Cluster(configuration.load().kafka());
        cluster.createTopics();
        SimulatedCenter center = new SimulatedCenter(scenario, speed, cluster.publisher());
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
