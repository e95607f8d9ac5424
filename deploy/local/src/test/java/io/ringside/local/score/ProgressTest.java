package io.ringside.local.score;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(err), terminal, nanos::get);
    }

    @Test
    void aTerminalGetsABarThatIsWrittenOverItself() {
        Progress progress = progress(true);
        progress.begin("Reading");
        progress.at(0.3); // too soon to draw again
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        progress.at(0.5);
        nanos.addAndGet(Duration.ofMillis(1_150).toNanos());
        progress.done("7 rows");
        assertThat(err.toString().replace("\r\033[K", "<"))
                .isEqualTo("<Reading [..............................]   0 %"
                        + "<Reading [###############...............]  50 %"
                        + "<Reading: 7 rows in 1.3 s" + System.lineSeparator());
    }

    @Test
    void aFileGetsPlainLines() {
        Progress progress = progress(false);
        progress.begin("Reading");
        progress.at(0.5);
        nanos.addAndGet(Duration.ofMillis(400).toNanos());
        progress.done("7 rows");
        progress.abandon();
        assertThat(err.toString().lines()).containsExactly("Reading …", "Reading: 7 rows in 0.4 s");
    }
}
