package io.ringside.local.torture;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The short form of {@code ringside torture}: whoever is killed, everything published is what the oracle says, and what a replay publishes. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class TortureIT {
    private static final long ANY_SEED = 11;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void whateverIsKilledAllThatIsPublishedIsWhatHappened() throws Exception {
        Ordeal ordeal = new Ordeal(ANY_SEED, 300, 1, 3, 1);
        Survival survival = new Survival(new PrintWriter(said));
        try (Torture torture = Torture.prepare(ordeal, folder, survival)) {
            torture.run();
        }
        assertThat(survival.differences()).as(said.toString()).isEmpty();
        assertThat(survival.kills("the app")).isEqualTo(3);
        assertThat(survival.kills("the broker")).isEqualTo(1);
        assertThat(said.toString()).contains("differences: 0");
    }
}
