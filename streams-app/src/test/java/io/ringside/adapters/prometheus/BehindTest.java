package io.ringside.adapters.prometheus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures that are not of now say so. */
final class BehindTest {
    private static final Instant NOON = Center.NOON;

    private final PrometheusScoreboard scoreboard = PrometheusScoreboard.create(Center.SETTINGS, new Center());
    private Instant now = NOON;

    @AfterEach
    void close() {
        scoreboard.close();
    }

    @Test
    void aTaskThatIsFurtherBehindThanTheLimitIsCatchingUpAndAllOthersAreNot() {
        scoreboard.compareWith(() -> now, Duration.ofSeconds(10));
        scoreboard.showWatermark("kpis/0", NOON.minusSeconds(184));
        scoreboard.showWatermark("kpis/1", NOON.minusSeconds(10));

        assertThat(lines())
                .contains(
                        "ringside_catching_up{partition=\"0\",stage=\"kpis\"} 1.0",
                        "ringside_catching_up{partition=\"1\",stage=\"kpis\"} 0.0",
                        "ringside_watermark_lag_seconds{partition=\"0\",stage=\"kpis\"} 184.0",
                        "ringside_watermark_lag_seconds{partition=\"1\",stage=\"kpis\"} 10.0");
        assertThat(scoreboard.catchingUp()).hasValue("catching up: the figures of kpis/0 are 184 s behind");
    }

    @Test
    void figuresThatStandStillFallBehindWithTheClock() {
        scoreboard.compareWith(() -> now, Duration.ofSeconds(10));
        scoreboard.showWatermark("rollups/3", NOON);
        assertThat(scoreboard.catchingUp()).isEmpty();

        now = NOON.plusSeconds(11);
        assertThat(scoreboard.catchingUp()).hasValue("catching up: the figures of rollups/3 are 11 s behind");
        assertThat(lines()).contains("ringside_catching_up{partition=\"3\",stage=\"rollups\"} 1.0");
    }

    @Test
    void aTaskThatHasLeftIsNotBehind() {
        scoreboard.compareWith(() -> now, Duration.ofSeconds(10));
        scoreboard.showWatermark("kpis/0", NOON.minusSeconds(184));
        scoreboard.retire("kpis/0");

        assertThat(lines()).noneMatch(line -> line.startsWith("ringside_catching_up{"));
        assertThat(scoreboard.catchingUp()).isEmpty();
    }

    /** The time of a replay has nothing to do with the clock on the wall. */
    @Test
    void aReplayIsNeverBehind() {
        scoreboard.showWatermark("kpis/0", NOON.minusSeconds(184));

        assertThat(lines()).noneMatch(line -> line.startsWith("ringside_watermark_lag"));
        assertThat(scoreboard.catchingUp()).isEmpty();
    }

    private List<String> lines() {
        return new String(scoreboard.scrape(null).bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
