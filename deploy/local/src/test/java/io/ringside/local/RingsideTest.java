package io.ringside.local;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

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
