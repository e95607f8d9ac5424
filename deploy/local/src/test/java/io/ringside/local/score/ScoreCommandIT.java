package io.ringside.local.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** A small log with bad rows, through the real app, against outputs that were checked by hand. */
class ScoreCommandIT {
    private static final Path FILES = Path.of("src/test/resources/score");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int score(String... options) {
        List<String> args = new ArrayList<>(List.of(
                FILES.resolve("calls.csv").toString(),
                "--mapping",
                FILES.resolve("mapping.yaml").toString(),
                "--config",
                FILES.resolve("config.yaml").toString()));
        args.addAll(List.of(options));
        return new CommandLine(new ScoreCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args.toArray(String[]::new));
    }

    private static String expected(String name) throws IOException {
        return Files.readString(FILES.resolve(name));
    }

    @Test
    void theTableIsForPeopleAndStandardErrorSaysWhatBecameOfEachRow() throws IOException {
        assertThat(score()).isZero();
        assertThat(out).hasToString(expected("total.txt"));
        assertThat(err.toString().replaceAll("in [0-9.]+ s", "in … s")).isEqualTo(expected("rows.txt"));
    }

    @Test
    void theCsvHasTheDaysExactly() throws IOException {
        assertThat(score("--by", "day", "--format", "csv")).isZero();
        assertThat(out).hasToString(expected("days.csv"));
    }

    @Test
    void theJsonHasTheHalfHoursByOutcomeExactly() throws IOException {
        assertThat(score("--by", "half-hour", "--attribution", "outcome", "--format", "json"))
                .isZero();
        assertThat(out).hasToString(expected("half-hours.json"));
    }
}
