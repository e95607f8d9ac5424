package io.ringside.producers.simulator;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChanceTest {
    private static final int DRAWS = 200_000;

    @Test
    void theDrawsOfASeedAreTheSameEverywhere() {
        Chance chance = Chance.of(42, "sales");

        assertThat(LongStream.generate(chance::nextLong).limit(3))
                .containsExactly(-6248247953521334650L, 3289331859695436050L, 3648352620341089640L);
    }

    @Test
    void differentNamesAndSeedsDrawDifferently() {
        assertThat(Chance.of(42, "sales").nextLong())
                .isNotEqualTo(Chance.of(42, "support").nextLong())
                .isNotEqualTo(Chance.of(43, "sales").nextLong());
    }

    @Test
    void whatIsSplitOffGoesItsOwnWay() {
        Chance chance = Chance.of(42, "sales");
        Chance split = chance.split();

        assertThat(correlation(chance, split)).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
    }

    @Test
    void unitsAreUniform() {
        Chance chance = Chance.of(1, "units");
        double[] draws = DoubleStream.generate(chance::unit).limit(DRAWS).toArray();

        assertThat(DoubleStream.of(draws)).allMatch(draw -> draw >= 0 && draw < 1);
        assertThat(mean(draws)).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / DRAWS)));
    }

    @Test
    void exponentialsHaveMeanAndDeviationOne() {
        Chance chance = Chance.of(1, "exponentials");
        double[] draws = DoubleStream.generate(chance::exponential).limit(DRAWS).toArray();

        assertThat(mean(draws)).isCloseTo(1, within(4 / Math.sqrt(DRAWS)));
        assertThat(deviation(draws)).isCloseTo(1, within(0.02));
    }

    @Test
    void gaussiansHaveMeanZeroAndDeviationOne() {
        Chance chance = Chance.of(1, "gaussians");
        double[] draws = DoubleStream.generate(chance::gaussian).limit(DRAWS).toArray();

        assertThat(mean(draws)).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(deviation(draws)).isCloseTo(1, within(0.01));
    }

    private static double correlation(Chance one, Chance other) {
        return DoubleStream.generate(() -> 12 * (one.unit() - 0.5) * (other.unit() - 0.5))
                .limit(DRAWS)
                .average()
                .orElseThrow();
    }

    static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
