package io.ringside.core.kpis;

import io.ringside.core.facts.Measure;

/**
 * Where a tally keeps what: the measure in the upper bits, then its count, its sum, and two cells a bucket. The numbers
 * are written to stores and do not change.
 */
final class Cell {
    static final int MEASURE_SHIFT = 20;
    private static final int COUNT = 0;
    private static final int SUM = 1;
    private static final int BUCKETS = 2;

    /** The first cell number after a measure's buckets, counted from its first one. */
    static final int BUCKETS_SPAN = (1 << MEASURE_SHIFT) - BUCKETS;

    /** How many counts and sums there are. */
    static final int SLOTS = 2 * Measure.values().length;

    private static final int WITHIN = (1 << MEASURE_SHIFT) - 1;

    private Cell() {}

    static int count(Measure measure) {
        return base(measure) + COUNT;
    }

    static int sum(Measure measure) {
        return base(measure) + SUM;
    }

    static int firstBucket(Measure measure) {
        return base(measure) + BUCKETS;
    }

    static int bucketCount(Measure measure, int bucket) {
        return firstBucket(measure) + 2 * bucket;
    }

    static int bucketSum(Measure measure, int bucket) {
        return firstBucket(measure) + 2 * bucket + 1;
    }

    /** Whether it is of a measure's distribution; otherwise it is a count or a sum. */
    static boolean isBucket(int cell) {
        return (cell & WITHIN) >= BUCKETS;
    }

    /** The place of a count or sum where nothing else is kept, and nothing left out. */
    static int slot(int cell) {
        return 2 * (cell >> MEASURE_SHIFT) + (cell & WITHIN);
    }

    /** The first cell of the measure that follows. */
    static int nextMeasure(int cell) {
        return (cell | WITHIN) + 1;
    }

    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number; Measure says so
    private static int base(Measure measure) {
        return measure.ordinal() << MEASURE_SHIFT;
    }
}
