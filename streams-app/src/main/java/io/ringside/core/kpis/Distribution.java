package io.ringside.core.kpis;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A view of one measure's values in a tally, valid until the tally changes. Values are within 1 %, and exact where a
 * bucket holds one value or all of its values lie on its edge, as whole seconds do.
 */
public final class Distribution {
    private final Tally tally;
    private final int firstCell;
    private final int from;
    private final int to;

    Distribution(Tally tally, int firstCell, int from, int to) {
        this.tally = tally;
        this.firstCell = firstCell;
        this.from = from;
        this.to = to;
    }

    /** How many values there are. */
    public long count() {
        long count = 0;
        for (int i = from; i < to; i++) {
            if (isCount(i)) {
                count += tally.valueAt(i);
            }
        }
        return count;
    }

    /** How many values are at most {@code limit} milliseconds; exact where the limit is an edge of a bucket. */
    public long countUpTo(long limit) {
        long count = 0;
        for (int i = from; i < to; i++) {
            if (isCount(i) && Buckets.upperEdge(bucketAt(i)) <= limit) {
                count += tally.valueAt(i);
            }
        }
        return count;
    }

    /**
     * How many values are at most each limit, in one pass; exact as {@link #countUpTo} is.
     *
     * @param limits in milliseconds, rising
     */
    public long[] countsUpTo(long... limits) {
        long[] counts = new long[limits.length];
        int limit = 0;
        long count = 0;
        for (int i = from; i < to; i++) {
            if (isCount(i)) {
                long edge = Buckets.upperEdge(bucketAt(i));
                while (limit < limits.length && edge > limits[limit]) {
                    counts[limit++] = count;
                }
                count += tally.valueAt(i);
            }
        }
        Arrays.fill(counts, limit, limits.length, count);
        return counts;
    }

    /**
     * The value that the share {@code q} of all values does not exceed, by the nearest rank, in milliseconds.
     *
     * @param q above 0, at most 1, in thousandths
     */
    public OptionalLong percentile(double q) {
        long rank = Math.max(1, rank(q));
        long seen = 0;
        for (int i = from; i < to; i++) {
            if (isCount(i)) {
                seen += tally.valueAt(i);
                if (seen >= rank) {
                    return OptionalLong.of(valueOf(i));
                }
            }
        }
        return OptionalLong.empty();
    }

    /** In whole thousandths: 0.14 of 150 values is the 21st, and not the 22nd as binary fractions have it. */
    private long rank(double q) {
        return (Math.round(q * 1_000) * count() + 999) / 1_000;
    }

    /** The largest value, in milliseconds. */
    public OptionalLong max() {
        for (int i = to - 1; i >= from; i--) {
            if (isCount(i) && tally.valueAt(i) > 0) {
                return OptionalLong.of(valueOf(i));
            }
        }
        return OptionalLong.empty();
    }

    private boolean isCount(int i) {
        return (tally.cellAt(i) - firstCell) % 2 == 0;
    }

    private int bucketAt(int i) {
        return (tally.cellAt(i) - firstCell) / 2;
    }

    /** The sum of a bucket's values stands behind their count, unless it is zero. */
    private long sumAt(int i) {
        return i + 1 < to && tally.cellAt(i + 1) == tally.cellAt(i) + 1 ? tally.valueAt(i + 1) : 0;
    }

    private long valueOf(int i) {
        int bucket = bucketAt(i);
        long count = tally.valueAt(i);
        long sum = sumAt(i);
        long highest = Buckets.upperEdge(bucket);
        if (count == 1 || sum == count * highest) {
            return sum / count;
        }
        return (Buckets.lowerEdge(bucket) + highest + 1) / 2;
    }
}
