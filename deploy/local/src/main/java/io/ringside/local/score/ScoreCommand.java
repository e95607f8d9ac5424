package io.ringside.local.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import io.ringside.schemas.scorecards.Attribution;

/** {@code ringside score}. */
@Command(
        name = "score",
        description = "Score a contact log: per queue and over all.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The scorecard goes to standard output; progress, and what became of each row, to standard error.",
            "",
            "Exit codes: 0 scored, even if some rows could not be read; 1 failed; 2 a file, option, mapping or configuration is wrong.",
            "",
            "Example:",
            "  ringside score calls.csv.gz --mapping mapping.yaml --by day --format csv > days.csv",
            "",
            "docs/scoring.md says what a mapping looks like."
        })
public final class ScoreCommand implements Callable<Integer> {
    /** Set by the launcher where standard error is a terminal: Java knows only whether all of the standard streams are. */
    private static final String TERMINAL = "ringside.terminal";

    @Parameters(paramLabel = "FILE", description = "The log: a CSV file, gzipped or not.")
    private Path file;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAPPING",
            description = "A YAML file that says how columns become events.")
    private Path mapping;

    @Option(
            names = "--config",
            paramLabel = "CONFIG",
            description = "The app's configuration: thresholds, zones, targets. Default: the app's defaults.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "WINDOW",
            defaultValue = "total",
            converter = GrainConverter.class,
            description = "total, day, hour or half-hour. Default: total.")
    private Grain by;

    @Option(
            names = "--attribution",
            paramLabel = "MOMENT",
            defaultValue = "arrival",
            converter = AttributionConverter.class,
            description = {
                "Where counts belong in time: outcome, when it happened; arrival, when the contact came.",
                "Default: arrival."
            })
    private Attribution attribution;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = FormatConverter.class,
            description = "table, csv or json. Default: table.")
    private ScoreFormat format;

    @Spec
    private CommandSpec spec;

    private final Pipeline.Starter app;

    public ScoreCommand() {
        this(AppPipeline::start);
    }

    ScoreCommand(Pipeline.Starter app) {
        this.app = app;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        QuietLogs.keep(config.isPresent());
        PrintWriter err = spec.commandLine().getErr();
        ScoreRequest request = new ScoreRequest(file, mapping, config, by);
        try (Inputs inputs = Inputs.open(request);
                Scoring scoring = new Scoring(app, err, new Progress(err, Boolean.getBoolean(TERMINAL)))) {
            Runtime.getRuntime().addShutdownHook(new Thread(scoring::close, "end-of-score"));
            List<ScoreRow> rows = scoring.score(request, inputs, FinalScorecards.of(by, attribution))
                    .rows(by, attribution);
            format.print(rows, by, spec.commandLine().getOut());
            return ExitCode.OK;
        } catch (UnusableInputs unusable) {
            err.println(unusable.getMessage());
            return ExitCode.USAGE;
        }
    }

    /** Reads a word of a fixed list, as it is written on the command line. */
    private abstract static class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
        private final E[] constants;

        WordConverter(E[] constants) {
            this.constants = constants;
        }

        @Override
        public E convert(String word) {
            return Arrays.stream(constants)
                    .filter(constant -> word(constant).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("must be one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(constants)
                                            .map(WordConverter::word)
                                            .toList())
                            + ", was \"" + word + '"'));
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final class GrainConverter extends WordConverter<Grain> {
        GrainConverter() {
            super(Grain.values());
        }
    }

    private static final class AttributionConverter extends WordConverter<Attribution> {
        AttributionConverter() {
            super(new Attribution[] {Attribution.OUTCOME, Attribution.ARRIVAL});
        }
    }

    private static final class FormatConverter extends WordConverter<ScoreFormat> {
        FormatConverter() {
            super(ScoreFormat.values());
        }
    }
}
