package io.ringside.adapters.prometheus;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;

import io.ringside.core.kpis.Buckets;
import io.ringside.core.kpis.Distribution;

/**
 * The bounds of a histogram. They are the same for every scope, so that buckets add up, and all of them are edges of the
 * {@link Buckets} that tallies keep, so that their counts are exact.
 */
final class Ladder {
    private final long[] millis;
    private final double[] seconds;

    private Ladder(long[] millis) {
        this.millis = millis;
        this.seconds = new double[millis.length + 1];
        for (int i = 0; i < millis.length; i++) {
            if (Buckets.upperEdge(Buckets.of(millis[i])) != millis[i]) {
                throw new IllegalArgumentException("durations are not counted up to " + millis[i] + " ms");
            }
            seconds[i] = millis[i] / 1000.0;
        }
        seconds[millis.length] = Double.POSITIVE_INFINITY;
    }

    /** A ladder with these rungs, in seconds. */
    static Ladder ofSeconds(long... seconds) {
        return of(Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList());
    }

    static Ladder of(Collection<Duration> rungs) {
        return new Ladder(
                rungs.stream().mapToLong(Duration::toMillis).sorted().distinct().toArray());
    }

    /** Counts by bucket, not cumulative; the last one is open. */
    ClassicHistogramBuckets count(Distribution distribution) {
        long[] upTo = distribution.countsUpTo(millis);
        long[] counts = new long[seconds.length];
        long below = 0;
        for (int i = 0; i < upTo.length; i++) {
            counts[i] = upTo[i] - below;
            below = upTo[i];
        }
        counts[upTo.length] = distribution.count() - below;
        return ClassicHistogramBuckets.of(seconds, counts);
    }

    /**
     * A count, raised where more were counted up to a bound before. No bucket falls by that, and no event is counted twice that went to another one.
     *
     * @param now of this ladder
     * @param before of this ladder, or of one whose bounds are not all of this one's
     */
    ClassicHistogramBuckets notBelow(ClassicHistogramBuckets now, ClassicHistogramBuckets before) {
        long[] counts = new long[seconds.length];
        long upToNow = 0;
        long upToBefore = 0;
        long said = 0;
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            upToNow += now.getCount(i);
            while (next < before.size() && before.getUpperBound(next) <= seconds[i]) {
                upToBefore += before.getCount(next++);
            }
            long upTo = Math.max(upToNow, upToBefore);
            counts[i] = upTo - said;
            said = upTo;
        }
        return ClassicHistogramBuckets.of(seconds, counts);
    }
}
