package io.ringside.local;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.ringside.config.Configuration;

/** {@code ringside demo}. */
@Command(
        name = "demo",
        description = "Run a simulated contact center and its live scorecard: broker, registry, app and simulator.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final String PORT = " Default: ${DEFAULT-VALUE}, or any free one when that is taken.";

    @Mixin
    private SimulatorOptions simulator;

    @Option(names = "--no-simulator", description = "Leave the topics to you: nothing is simulated.")
    private boolean withoutSimulator;

    @Mixin
    private ConfigurationOptions configuration;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "Of wallboard and metrics." + PORT)
    private int webPort;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            converter = PortConverter.class,
            description = "Of the broker." + PORT)
    private int brokerPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            converter = PortConverter.class,
            description = "Of the schema registry." + PORT)
    private int registryPort;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        refuseWhatIsWrong();
        Demo demo = new Demo(new DemoSettings(
                brokerPort,
                registryPort,
                webPort,
                this::configuration,
                withoutSimulator ? Optional.empty() : Optional.of(simulator)));
        // The one way in which a demo ends: Ctrl-C, a failure and an exit all come through here.
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end-of-demo"));
        try {
            demo.start(spec.commandLine().getOut());
        } catch (Parts.StoppedEarly ctrlC) {
            spec.commandLine().getErr().println("Stopped while starting.");
        }
        return demo.awaitEnd();
    }

    /** Before anything is started. */
    private void refuseWhatIsWrong() {
        configuration(Map.of());
        simulator.scenario(Instant.EPOCH, Instant.EPOCH);
    }

    private Configuration configuration(Map<String, String> overrides) {
        return configuration.file().isPresent() ? configuration.load(overrides) : ShippedConfiguration.load(overrides);
    }
}
