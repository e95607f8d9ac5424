package io.ringside.local;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import io.ringside.config.ConfigurationException;
import io.ringside.local.score.ScoreCommand;
import io.ringside.local.torture.TortureCommand;

/** The command line: {@code ./ringside}. Exit codes: 0 done, 1 it failed, 2 it was called wrongly. */
@Command(
        name = "ringside",
        description = "Live customer-service scorecards on Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ScoreCommand.class,
            SimulateCommand.class,
            ReplayCommand.class,
            TortureCommand.class,
            AppCommand.class,
            SettingsCommand.class,
            VersionCommand.class
        },
        footer = {
            "  bench     Measure throughput and latency on this machine.",
            "",
            "Help on one of them: ringside COMMAND --help"
        })
public final class Ringside {
    private Ringside() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ringside())
                .setParameterExceptionHandler(Ringside::calledWrongly)
                .setExecutionExceptionHandler(Ringside::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static int calledWrongly(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (args.length == 0) {
            command.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + wrong(e));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Help: " + name + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static String wrong(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && e.getCommandLine().getParent() == null) {
            return "there is no command '" + unmatched.getUnmatched().get(0) + "'";
        }
        return e.getMessage();
    }

    // What we foresaw is told in a line. Anything else is a defect and keeps its stack trace.
    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!foreseen(e)) {
            throw e;
        }
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
        return e instanceof ConfigurationException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean foreseen(Exception e) {
        return e.getMessage() != null && e.getClass().getName().startsWith("io.ringside.");
    }
}
