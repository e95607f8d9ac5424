package io.ringside.local.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused before anything starts. */
class ScoreCommandTest {
    private static final String MAPPING = """
            source: pbx
            times: {zone: Europe/Berlin}
            contact: id
            visit:
              queue: queue
              enqueued: arrived
              wait: waited
              outcome: {column: result, values: {OK: answered, LOST: abandoned}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int score(String... args) {
        ScoreCommand command = new ScoreCommand(configuration -> {
            throw new AssertionError("nothing must be started");
        });
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void mappingLogAndConfigurationAreRefusedTogether() throws IOException {
        String mapping = file("mapping.yaml", MAPPING);
        String config = file("config.yaml", "colour: blue\n");
        String log = file("log.csv", "id,queue,arrived,result\n");
        assertThat(score(log, "--mapping", mapping, "--config", config)).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .contains(
                        mapping
                                + ": line 7: visit.wait: must be a column of the file, which has id, queue, arrived, result, was \"waited\"")
                .anyMatch(line -> line.contains("colour") && line.contains("unknown key"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void filesThatAreNotThereAreRefusedTogether() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(score(nowhere + ".csv", "--mapping", nowhere + ".yaml")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(nowhere + ".yaml: no such file", nowhere + ".csv: cannot be read");
    }

    @Test
    void anOptionThatMeansNothingIsRefusedWithWhatItMayBe() throws IOException {
        assertThat(score(file("log.csv", ""), "--mapping", "m", "--by", "fortnight"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("must be one of total, day, hour, half-hour, was \"fortnight\"");
    }

    @Test
    void helpSaysWhatItDoesAndWhereToReadOn() {
        assertThat(score("--help")).isZero();
        assertThat(out.toString()).contains("--mapping=MAPPING", "total, day, hour or half-hour", "docs/scoring.md");
    }
}
