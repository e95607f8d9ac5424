package io.ringside.core.kpis;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.AnyFacts;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Percentiles and counts read off buckets, against sorting. */
final class DistributionTest {
    private static final long HOUR = 3_600_000;

    @Provide
    Arbitrary<Long> values() {
        return AnyFacts.values();
    }

    @Property(tries = 200)
    void percentilesAreWithinOnePercentOfSorting(
            @ForAll @Size(min = 1, max = 200) List<@From("values") Long> values,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        int rank = (percent * sorted.size() + 99) / 100;
        double exact = sorted.get(rank - 1);

        double read = distribution(values).percentile(percent / 100.0).orElseThrow();

        assertThat(read).isCloseTo(exact, within(0.01 * exact));
        double largest = sorted.get(sorted.size() - 1);
        assertThat((double) distribution(values).max().orElseThrow()).isCloseTo(largest, within(0.01 * largest));
    }

    @Property(tries = 100)
    void percentilesOfWholeSecondsUpToAnHourAreExact(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(max = 3_600) Long> seconds) {
        List<Long> millis = seconds.stream().map(second -> second * 1_000).toList();
        List<Long> sorted = millis.stream().sorted().toList();
        for (double q : new double[] {0.5, 0.9, 0.95, 1}) {
            int rank = (int) Math.ceil(q * sorted.size());
            assertThat(distribution(millis).percentile(q)).hasValue(sorted.get(rank - 1));
        }
    }

    @Property(tries = 100)
    void countsUpToWholeSecondsAreExact(
            @ForAll @Size(max = 200) List<@From("values") Long> values, @ForAll @LongRange(max = 3_600) long seconds) {
        long limit = seconds * 1_000;
        long exact = values.stream().filter(value -> value <= limit).count();

        assertThat(distribution(values).countUpTo(limit)).isEqualTo(exact);
        assertThat(distribution(values).countsUpTo(0, limit, Long.MAX_VALUE))
                .containsExactly(values.stream().filter(value -> value == 0).count(), exact, values.size());
    }

    @Example
    void nothingHasNoPercentile() {
        assertThat(distribution(List.of()).percentile(0.5)).isEmpty();
        assertThat(distribution(List.of()).max()).isEmpty();
    }

    @Property(tries = 2_000)
    void aBucketHoldsItsValuesAndIsAtMostTwoPercentWide(@ForAll("values") long value) {
        int bucket = Buckets.of(value);
        assertThat(value).isLessThanOrEqualTo(Buckets.upperEdge(bucket));
        if (bucket > 0) {
            assertThat(value).isGreaterThan(Buckets.lowerEdge(bucket));
            long width = Buckets.upperEdge(bucket) - Buckets.lowerEdge(bucket);
            assertThat(width).isLessThanOrEqualTo(Math.max(1, Math.round(0.0201 * Buckets.upperEdge(bucket))));
        }
    }

    @Example
    void edgesRiseAndWholeSecondsMinutesAndHoursAreAmongThem() {
        int last = Buckets.of(Long.MAX_VALUE);
        assertThat(IntStream.range(1, last))
                .allMatch(bucket -> Buckets.upperEdge(bucket) > Buckets.upperEdge(bucket - 1)
                        && Buckets.of(Buckets.upperEdge(bucket)) == bucket
                        && Buckets.of(Buckets.upperEdge(bucket) + 1) == bucket + 1);
        assertEdges(1_000, HOUR);
        assertEdges(60_000, 50 * HOUR);
        assertEdges(HOUR, 1_000 * HOUR);
    }

    private static void assertEdges(long step, long until) {
        assertThat(LongStream.rangeClosed(1, until / step).map(number -> number * step))
                .allMatch(edge -> Buckets.upperEdge(Buckets.of(edge)) == edge);
    }

    private static Distribution distribution(List<Long> values) {
        Tally tally = new Tally();
        values.forEach(value -> tally.count(new Fact(Scope.agent("ada"), Measure.HANDLED, 0, 0, value), 1));
        return tally.distribution(Measure.HANDLED);
    }
}
