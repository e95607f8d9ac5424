package io.ringside.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import io.ringside.producers.EventLines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RingsideTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aMisspeltCommandIsAnsweredWithTheOneThatWasMeant() {
        assertThat(execute("dmo")).isEqualTo(2);

        assertThat(err.toString()).contains("ringside: there is no command 'dmo'", "Did you mean: ringside demo");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aWrongOptionNamesTheCommandAndWhereHelpIs() {
        assertThat(execute("demo", "--port", "many")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "ringside demo: Invalid value for option '--port': 'many' is no port, 1 to 65535",
                        "Help: ringside demo --help");
    }

    @Test
    void whatIsWrongWithASimulationIsSaidBeforeAnythingStarts() {
        assertThat(execute("demo", "--incident", "nowhere")).isEqualTo(2);
        assertThat(execute("simulate", "--speed", "0")).isEqualTo(2);
        assertThat(execute("demo", "--config", "nowhere.yaml")).isEqualTo(2);

        assertThat(err.toString().lines())
                .contains(
                        "ringside demo: nowhere: there is no such queue",
                        "ringside simulate: --speed must be > 0, was 0.0")
                .anyMatch(line -> line.startsWith("ringside demo: ") && line.contains("nowhere.yaml"));
    }

    @Test
    void aPortThatCannotBeIsRefusedBeforeAnythingStarts() {
        assertThat(execute("demo", "--port", "99999")).isEqualTo(2);
        assertThat(execute("demo", "--broker-port", "0")).isEqualTo(2);
        assertThat(execute("demo", "--registry-port", "-1")).isEqualTo(2);
    }

    @Test
    void aCenterIsNeitherEmptyNorEndless() {
        assertThat(execute("demo", "--rate", "0")).isEqualTo(2);
        assertThat(execute("simulate", "--rate", "1e9")).isEqualTo(2);
        assertThat(execute("simulate", "--rate", "NaN")).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "ringside demo: --rate must be > 0 and <= 1000, was 0.0",
                        "ringside simulate: --rate must be > 0 and <= 1000, was 1.0E9");
    }

    /** The wallboard's now, and an alert's, is the clock on the wall. */
    @Test
    void aDemoKnowsNoOtherSpeedThanThatOfTheWall() {
        assertThat(execute("demo", "--speed", "10")).isEqualTo(2);

        assertThat(err.toString()).startsWith("ringside demo: Unknown option");
    }

    @Test
    void whatIsSimulatedIsNeverPublishedBeforeItHasHappened() {
        assertThat(execute("simulate", "--speed", "10")).isEqualTo(2);
        assertThat(execute("simulate", "--speed", "10", "--from", "2999-01-01T00:00:00Z"))
                .isEqualTo(2);

        assertThat(err.toString().lines())
                .filteredOn(line -> line.equals("ringside simulate: --speed needs --from, a time in the past:"
                        + " nothing is published before it has happened"))
                .hasSize(2);
    }

    @Test
    void optionsThatWouldHaveNoEffectAreRefused(@TempDir Path folder) {
        String file = folder.resolve("day.jsonl").toString();

        assertThat(execute("simulate", "--for", "1h")).isEqualTo(2);
        assertThat(execute("simulate", "--for", "0s", "--to-file", file)).isEqualTo(2);
        assertThat(execute("simulate", "--speed", "2", "--to-file", file)).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "simulate: --for goes with --to-file",
                        "simulate: --for must be > 0 s",
                        "simulate: --speed says how fast to publish; a file is written at once");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTimeNobodyCanReadIsAnsweredWithAnExample() {
        assertThat(execute("simulate", "--from", "yesterday")).isEqualTo(2);

        assertThat(err.toString()).contains("'yesterday' is no time such as 2026-03-02T07:00:00Z");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidInALine(@TempDir Path folder) {
        Path nowhere = folder.resolve("nowhere").resolve("day.jsonl");

        assertThat(execute("simulate", "--to-file", nowhere.toString())).isEqualTo(1);
        assertThat(execute("simulate", "--to-file", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "ringside simulate: " + nowhere + ": there is no such folder",
                        "ringside simulate: " + folder + ": is a folder");
    }

    @Test
    void aDayIsWrittenToAFileOfLines(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("day.jsonl.gz");

        assertThat(execute("simulate", "--from", "2026-03-02T09:00:00Z", "--for", "10m", "--to-file", file.toString()))
                .isZero();

        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            assertThat(new EventLines("test").read(lines)).isNotEmpty().allMatch(event -> event.occurredAt()
                    .isBefore(Instant.parse("2026-03-02T09:10:00Z")));
        }
    }

    @Test
    void whatIsWrongWithARecordingIsSaidBeforeAnythingIsPublished(@TempDir Path folder) throws IOException {
        Path nowhere = folder.resolve("nowhere.jsonl");
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "# nothing\n");
        Path wrong = Files.writeString(folder.resolve("wrong.jsonl"), "\n{\"topic\": \"calls\"}\n");
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), "source: pbx\n");

        assertThat(execute("replay", nowhere.toString())).isEqualTo(1);
        assertThat(execute("replay", empty.toString())).isEqualTo(1);
        assertThat(execute("replay", wrong.toString())).isEqualTo(1);
        assertThat(execute("replay", folder.toString())).isEqualTo(1);
        assertThat(execute("replay", empty.toString(), "--mapping", mapping.toString()))
                .isEqualTo(1);

        assertThat(err.toString().lines().toList())
                .startsWith(
                        "ringside replay: " + nowhere + ": there is no such file",
                        "ringside replay: " + empty + ": there are no events in it")
                .anyMatch(line -> line.startsWith("ringside replay: " + wrong + ": line 2: "))
                .contains("ringside replay: " + folder + ": is a folder")
                .anyMatch(line -> line.startsWith("ringside replay: " + mapping + ": line 1: contact: is required"));
    }

    @Test
    void nothingAtAllIsAnsweredWithTheCommandsThereAre() {
        assertThat(execute()).isEqualTo(2);

        assertThat(err.toString()).contains("Usage: ringside", "demo", "bench");
    }

    @Test
    void theVersionNamesKafkaAndJava() {
        assertThat(execute("version")).isZero();
        assertThat(execute("version", "--help")).isZero();

        assertThat(out.toString()).contains("Ringside ", "Kafka 4.", "Java " + Runtime.version());
    }

    private int execute(String... arguments) {
        CommandLine commandLine =
                Ringside.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
