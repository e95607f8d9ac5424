package io.ringside.schemas.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RetriesTest {
    private final List<Duration> waits = new ArrayList<>();
    private final Retries retries = new Retries(3, Duration.ofMillis(200), Duration.ofMillis(2_000), waits::add);

    @Property
    void aWaitDoublesUpToTheLongestAndIsNeverLessThanHalfOfThat(@ForAll @IntRange(min = 0, max = 1_000) int retry) {
        retries.beforeRetry(retry);

        long full = Math.min(2_000, retry < 4 ? 200L << retry : 2_000);
        assertThat(waits).last().satisfies(wait -> assertThat(wait.toMillis()).isBetween(full / 2, full));
    }

    @Test
    void aThreadThatIsToldToStopStopsWaiting() {
        Retries interrupted = new Retries(3, Duration.ofMillis(1), Duration.ofMillis(1), any -> {
            throw new InterruptedException();
        });

        assertThatExceptionOfType(InterruptException.class).isThrownBy(() -> interrupted.beforeRetry(0));
        assertThat(Thread.interrupted()).isTrue();
    }
}
