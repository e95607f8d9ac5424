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

        assertThat(err.toString()).contains("ringside: Unmatched argument", "'dmo'", "Did you mean: ringside demo");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aWrongOptionNamesTheCommandAndWhereHelpIs() {
        assertThat(execute("demo", "--port", "many")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "ringside demo: Invalid value for option '--port': 'many' is not an int",
                        "Help: ringside demo --help");
    }

    @Test
    void whatIsWrongWithASimulationIsSaidBeforeAnythingStarts() {
        assertThat(execute("demo", "--incident", "nowhere")).isEqualTo(2);
        assertThat(execute("simulate", "--speed", "0")).isEqualTo(2);
        assertThat(execute("demo", "--config", "nowhere.yaml")).isEqualTo(1);

        assertThat(err.toString().lines())
                .contains(
                        "ringside demo: nowhere: there is no such queue",
                        "ringside simulate: --speed must be > 0, was 0.0")
                .anyMatch(line -> line.startsWith("ringside demo: ") && line.contains("nowhere.yaml"));
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
    void nothingAtAllIsAnsweredWithTheCommandsThereAre() {
        assertThat(execute()).isEqualTo(2);

        assertThat(err.toString()).contains("Usage: ringside", "demo", "bench");
    }

    @Test
    void theVersionNamesKafkaAndJava() {
        assertThat(execute("version")).isZero();

        assertThat(out.toString()).contains("Ringside ", "Kafka 4.", "Java " + Runtime.version());
    }

    private int execute(String... arguments) {
        CommandLine commandLine =
                Ringside.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
