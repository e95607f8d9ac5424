package io.ringside.adapters.prometheus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Tally;

import static org.assertj.core.api.Assertions.assertThat;

final class LadderTest {
    private static final Ladder FEW = Ladder.ofSeconds(10, 60);
    private static final Ladder MORE = Ladder.ofSeconds(5, 10, 30, 60);

    /** Whether the bounds stay or become more, and whatever a correction took back. */
    @Property
    void nothingThatWasCountedUpToABoundIsEverFewer(
            @ForAll @Size(max = 12) List<@LongRange(max = 100_000) Long> before,
            @ForAll @Size(max = 12) List<@LongRange(max = 100_000) Long> now,
            @ForAll boolean more) {
        Ladder ladder = more ? MORE : FEW;
        ClassicHistogramBuckets counted = count(ladder, now);
        ClassicHistogramBuckets was = count(FEW, before);
        ClassicHistogramBuckets shown = ladder.notBelow(counted, was);

        assertThat(shown.size()).isEqualTo(counted.size());
        for (int i = 0; i < shown.size(); i++) {
            double bound = shown.getUpperBound(i);
            assertThat(shown.getCount(i)).isNotNegative();
            assertThat(upTo(shown, bound)).isEqualTo(Math.max(upTo(counted, bound), upTo(was, bound)));
        }
        assertThat(ladder.notBelow(shown, shown)).usingRecursiveComparison().isEqualTo(shown);
    }

    @Property
    void whatGoesToAnotherBucketIsNotCountedTwice(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 100_000) Long> waits) {
        List<Long> moved = new ArrayList<>(waits);
        moved.set(0, Collections.max(waits));

        ClassicHistogramBuckets shown = FEW.notBelow(count(FEW, moved), count(FEW, waits));

        assertThat(upTo(shown, Double.POSITIVE_INFINITY)).isEqualTo(waits.size());
    }

    private static ClassicHistogramBuckets count(Ladder ladder, List<Long> waits) {
        Tally tally = new Tally();
        waits.forEach(wait -> tally.count(new Fact(Center.SALES, Measure.ANSWERED, 0, 0, wait), 1));
        return ladder.count(tally.distribution(Measure.ANSWERED));
    }

    private static long upTo(ClassicHistogramBuckets buckets, double bound) {
        long count = 0;
        for (int i = 0; i < buckets.size() && buckets.getUpperBound(i) <= bound; i++) {
            count += buckets.getCount(i);
        }
        return count;
    }
}
