package io.ringside.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.ringside.local.score.RowsReport;
import io.ringside.producers.Publisher;

/** {@code ringside replay}. */
@Command(
        name = "replay",
        description = "Play recorded events into a running cluster, afterwards: after a source was down, from its log.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Every record says that it is a replay; closed windows that it changes are stated again with cause replay.",
            "Events that are known already, by their ids, change nothing: the same file may be played twice.",
            "What is older than time.retention goes to the dead letters.",
            "",
            "Examples:",
            "  ringside replay morning.jsonl.gz --config ringside.yaml",
            "  ringside replay calls.csv --mapping mapping.yaml --config ringside.yaml",
            "",
            "docs/replay.md says more."
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "Events, one to a line, as simulate --to-file writes them; with --mapping, a CSV file. Gzipped or"
                            + " not.")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "A YAML file that says how the columns of a log become events: docs/scoring.md.")
    private Optional<Path> mapping = Optional.empty();

    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    /** All of the file is read before anything is published: a line that is wrong leaves no half of it behind. */
    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Cluster cluster = new Cluster(configuration.load().kafka());
        Recording recording = new Recording(file, mapping);
        long events = recording.read(event -> {}, err);
        if (events == 0) {
            throw new ReplayFailed(file + ": there are no events in it");
        }
        cluster.createTopics();
        try (Publisher publisher = cluster.replayer()) {
            recording.read(publisher, new PrintWriter(PrintWriter.nullWriter()));
            publisher.flush();
        }
        err.println(RowsReport.counted(events, "event") + " played into "
                + cluster.settings().bootstrapServers());
        return 0;
    }
}
