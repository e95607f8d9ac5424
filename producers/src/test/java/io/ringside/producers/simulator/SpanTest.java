package io.ringside.producers.simulator;

import java.time.Duration;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SpanTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final double MILLIS = FIVE_MINUTES.toMillis();

    @Test
    void aFixedSpanIsAlwaysAsLong() {
        assertThat(draws(Span.fixed(FIVE_MINUTES))).containsOnly(MILLIS);
    }

    @Test
    void anExponentialSpanDeviatesAsMuchAsItsMean() {
        double[] draws = draws(Span.exponential(FIVE_MINUTES));

        assertThat(ChanceTest.mean(draws)).isCloseTo(MILLIS, within(MILLIS * 0.01));
        assertThat(ChanceTest.deviation(draws)).isCloseTo(MILLIS, within(MILLIS * 0.02));
    }

    @Test
    void aLognormalSpanHasTheMeanAndDeviationAskedFor() {
        double[] draws = draws(Span.lognormal(FIVE_MINUTES, 0.8));

        assertThat(ChanceTest.mean(draws)).isCloseTo(MILLIS, within(MILLIS * 0.01));
        assertThat(ChanceTest.deviation(draws)).isCloseTo(0.8 * MILLIS, within(MILLIS * 0.03));
    }

    @Test
    void nothingTakesLessThanNoTime() {
        assertThatThrownBy(() -> Span.exponential(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean: must be 0 s or more, was PT-1S");
    }

    private static double[] draws(Span span) {
        Chance chance = Chance.of(1, "spans");
        return DoubleStream.generate(() -> span.draw(chance)).limit(200_000).toArray();
    }
}
