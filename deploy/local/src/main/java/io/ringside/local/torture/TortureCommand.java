package io.ringside.local.torture;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.ringside.local.StateFolder;
import io.ringside.local.score.QuietLogs;

/** {@code ringside torture}. */
@Command(
        name = "torture",
        description = {
            "Kill the app and its broker again and again while a made-up history flows in, and compare all that was published"
                    + " with an independent computation and with a replay.",
            "Exits with 0 if nothing differs, with 1 if anything does."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TortureCommand implements Callable<Integer> {
    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often an app is killed. Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--broker-kills",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often the broker is killed. Default: ${DEFAULT-VALUE}.")
    private int brokerKills;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many processes of the app share the work. Default: ${DEFAULT-VALUE}.")
    private int instances;

    @Option(
            names = "--contacts",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many contacts the history has. Default: ${DEFAULT-VALUE}.")
    private int contacts;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all chances: the same history, the same kills. Default: any.")
    private Optional<Long> seed = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        QuietLogs.keep(false);
        Survival survival = new Survival(out);
        try (StateFolder folder = StateFolder.create();
                Torture torture = Torture.prepare(ordeal(), folder.resolve("torture"), survival)) {
            torture.run();
        }
        return survival.differences().isEmpty() ? 0 : 1;
    }

    private Ordeal ordeal() {
        try {
            long chosen = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
            return new Ordeal(chosen, contacts, instances, kills, brokerKills);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
