package io.ringside.core.kpis;

import java.util.Arrays;

import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;

/**
 * Counts, sums and distributions of facts: a sparse vector of integers. Tallies form a commutative group under
 * {@link #plus} and {@link #minus}, so that a rolling total is + the newest pane − the expired one, a roll-up is a sum
 * over children and a correction a subtraction.
 *
 * <p>{@link #add} and {@link #subtract} change the tally in place; a tally belongs to one thread.
 */
public final class Tally {
    private static final int[] NO_CELLS = {};
    private static final long[] NO_VALUES = {};

    /** So many cells are walked before the next one is searched for: most tallies have much the same cells. */
    private static final int NEAR = 8;

    /** So many cells come of one call of an agent. */
    private static final int FEW = 12;

    private int[] cells = NO_CELLS;
    private long[] values = NO_VALUES;
    private int size;

    /** The tally of no facts. */
    public Tally() {}

    private Tally(int[] cells, long[] values, int size) {
        this.cells = cells;
        this.values = values;
        this.size = size;
    }

    /** Counts a fact {@code times} times; −1 takes it back. */
    public void count(Fact fact, int times) {
        Measure measure = fact.measure();
        int at = from(Cell.count(measure));
        at = addFrom(at, Cell.count(measure), times);
        if (measure.kind() != Measure.Kind.COUNT) {
            at = addFrom(at, Cell.sum(measure), times * fact.value());
        }
        if (measure.kind() == Measure.Kind.SPREAD) {
            int bucket = Buckets.of(fact.value());
            at = addFrom(at, Cell.bucketCount(measure, bucket), times);
            addFrom(at, Cell.bucketSum(measure, bucket), times * fact.value());
        }
    }

    public void add(Tally other) {
        merge(other, 1);
    }

    /** Adds what is packed. */
    public void add(PackedTally other) {
        other.addTo(this);
    }

    /** Takes everything out, to be used again. */
    void clear() {
        size = 0;
    }

    public void subtract(Tally other) {
        merge(other, -1);
    }

    public Tally plus(Tally other) {
        Tally sum = copy();
        sum.add(other);
        return sum;
    }

    public Tally minus(Tally other) {
        Tally difference = copy();
        difference.subtract(other);
        return difference;
    }

    public Tally copy() {
        return new Tally(Arrays.copyOf(cells, size), Arrays.copyOf(values, size), size);
    }

    public boolean isZero() {
        return size == 0;
    }

    public long count(Measure measure) {
        return get(Cell.count(measure));
    }

    /** The sum of the measure's values, in its unit. */
    public long sum(Measure measure) {
        return get(Cell.sum(measure));
    }

    /** The distribution of a spread measure's values. */
    public Distribution distribution(Measure measure) {
        int first = Cell.firstBucket(measure);
        return new Distribution(this, first, from(first), from(first + Cell.BUCKETS_SPAN));
    }

    /** The number of cells that are not zero. */
    public int size() {
        return size;
    }

    /** The i-th cell that is not zero, in rising order; for storage. */
    public int cellAt(int i) {
        return cells[i];
    }

    /** The value of the i-th cell; for storage. */
    public long valueAt(int i) {
        return values[i];
    }

    /** Builds a tally from cells in rising order without zeros; takes the arrays over. */
    public static Tally ofCells(int[] cells, long[] values) {
        for (int i = 0; i < cells.length; i++) {
            if (values[i] == 0 || (i > 0 && cells[i] <= cells[i - 1])) {
                throw new IllegalArgumentException("cells must rise and hold no zero, at " + i);
            }
        }
        return new Tally(cells, values, cells.length);
    }

    long get(int cell) {
        int i = find(cell);
        return i < 0 ? 0 : values[i];
    }

    private int find(int cell) {
        return Arrays.binarySearch(cells, 0, size, cell);
    }

    /** The index of the first cell that is not before another. */
    int from(int cell) {
        int i = find(cell);
        return i < 0 ? -i - 1 : i;
    }

    private void insert(int at, int cell, long value) {
        if (size == cells.length) {
            room(Math.max(FEW, 2 * size));
        }
        System.arraycopy(cells, at, cells, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        cells[at] = cell;
        values[at] = value;
        size++;
    }

    private void room(int capacity) {
        if (capacity > cells.length) {
            cells = Arrays.copyOf(cells, capacity);
            values = Arrays.copyOf(values, capacity);
        }
    }

    private void remove(int at) {
        System.arraycopy(cells, at + 1, cells, at, size - at - 1);
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        size--;
    }

    @SuppressWarnings("ReferenceEquality") // what is changed must not be walked
    private void merge(Tally other, int sign) {
        Tally more = other == this ? copy() : other;
        room(size == 0 ? more.size : 0);
        int at = 0;
        for (int i = 0; i < more.size; i++) {
            at = addFrom(at, more.cells[i], sign * more.values[i]);
        }
    }

    /** Adds to a cell that is at an index or behind it; returns the index at which the next cell is, or behind. */
    int addFrom(int index, int cell, long value) {
        if (value == 0) {
            return index;
        }
        int at = index;
        for (int steps = 0; steps < NEAR && at < size && cells[at] < cell; steps++) {
            at++;
        }
        if (at < size && cells[at] < cell) {
            int found = Arrays.binarySearch(cells, at, size, cell);
            at = found < 0 ? -found - 1 : found;
        }
        if (at == size || cells[at] != cell) {
            insert(at, cell, value);
            return at + 1;
        }
        values[at] += value;
        if (values[at] == 0) {
            remove(at);
            return at;
        }
        return at + 1;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Tally other
                && size == other.size
                && Arrays.equals(cells, 0, size, other.cells, 0, size)
                && Arrays.equals(values, 0, size, other.values, 0, size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + cells[i]) + Long.hashCode(values[i]);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Measure measure : Measure.values()) {
            if (get(Cell.count(measure)) != 0 || get(Cell.sum(measure)) != 0) {
                text.append(text.length() > 1 ? ", " : "")
                        .append(measure.id())
                        .append(' ')
                        .append(count(measure));
                if (measure.kind() != Measure.Kind.COUNT) {
                    text.append(" Σ").append(sum(measure));
                }
            }
        }
        return text.append('}').toString();
    }
}
