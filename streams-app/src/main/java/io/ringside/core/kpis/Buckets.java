package io.ringside.core.kpis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The buckets of a distribution of milliseconds: each at most 2 % wide, so that its middle is within 1 % of every value
 * in it, with an edge on every whole second up to an hour, every minute up to 50 hours and every hour beyond. Counts
 * up to such an edge are exact. A bucket holds the values above its lower edge, up to and with its upper edge; bucket
 * 0 holds zero.
 */
public final class Buckets {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private static final int FINE_END = (int) (50 * SECOND);
    private static final int[] FINE = fineEdges();
    private static final int FIRST_SECOND = FINE.length;
    private static final int FIRST_MINUTE = FIRST_SECOND + (int) ((HOUR - FINE_END) / SECOND);
    private static final int FIRST_HOUR = FIRST_MINUTE + (int) ((50 * HOUR - HOUR) / MINUTE);

    /** Longer values, above 20 years, share the last bucket. */
    private static final int LAST = FIRST_HOUR + 20 * 8766;

    private Buckets() {}

    /** The bucket of a value in milliseconds, which must not be negative. */
    public static int of(long value) {
        if (value <= FINE_END) {
            int found = Arrays.binarySearch(FINE, (int) value);
            return found >= 0 ? found : -found - 1;
        }
        if (value <= HOUR) {
            return FIRST_SECOND - 1 + steps(value - FINE_END, SECOND);
        }
        if (value <= 50 * HOUR) {
            return FIRST_MINUTE - 1 + steps(value - HOUR, MINUTE);
        }
        return (int) Math.min(LAST, FIRST_HOUR - 1L + (value - 50 * HOUR + HOUR - 1) / HOUR);
    }

    /** The largest value of a bucket, in milliseconds. */
    public static long upperEdge(int bucket) {
        if (bucket < FIRST_SECOND) {
            return FINE[bucket];
        }
        if (bucket < FIRST_MINUTE) {
            return FINE_END + (bucket - FIRST_SECOND + 1) * SECOND;
        }
        if (bucket < FIRST_HOUR) {
            return HOUR + (bucket - FIRST_MINUTE + 1) * MINUTE;
        }
        return 50 * HOUR + (bucket - FIRST_HOUR + 1) * HOUR;
    }

    /** What the values of a bucket are above, in milliseconds. */
    public static long lowerEdge(int bucket) {
        return bucket == 0 ? 0 : upperEdge(bucket - 1);
    }

    private static int steps(long above, long width) {
        return (int) ((above + width - 1) / width);
    }

    /** Edges up to 50 s: each whole second cut into equal parts of at most 2 %, below a second as fine as it takes. */
    private static int[] fineEdges() {
        IntStream.Builder edges = IntStream.builder();
        int edge = 0;
        while (edge < FINE_END) {
            edges.add(edge);
            edge = edge < SECOND ? (int) Math.min(SECOND, edge + Math.max(1, edge / 50)) : nextPart(edge);
        }
        return edges.add(FINE_END).build().toArray();
    }

    private static int nextPart(int edge) {
        int second = edge / (int) SECOND;
        int parts = (50 + second - 1) / second;
        int part = (edge % (int) SECOND * parts + (int) SECOND - 1) / (int) SECOND;
        return second * (int) SECOND + (part + 1) * (int) SECOND / parts;
    }
}
