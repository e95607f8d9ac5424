package io.ringside.local;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ringside demo}. */
@Command(
        name = "demo",
        description = "Run a simulated contact center and its live scorecard: broker, registry, app and simulator.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final String PORT = " Default: ${DEFAULT-VALUE}, or any free one when that is taken.";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Of wallboard and metrics." + PORT)
    private int webPort;

    @Option(names = "--broker-port", paramLabel = "PORT", defaultValue = "9092", description = "Of the broker." + PORT)
    private int brokerPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Of the schema registry." + PORT)
    private int registryPort;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Demo demo = new Demo(new DemoSettings(brokerPort, registryPort, webPort));
        // The one way in which a demo ends: Ctrl-C, a failure and an exit all come through here.
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end-of-demo"));
        demo.start(spec.commandLine().getOut());
        demo.awaitEnd();
        return 0;
    }
}
