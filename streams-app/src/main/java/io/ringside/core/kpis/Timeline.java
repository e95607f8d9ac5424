package io.ringside.core.kpis;

import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Something at each of some moments, in their order. Most moments come nearly in order, and few are kept at once: two
 * arrays do for them what a tree does, and hold no boxes. Moments are epoch milliseconds.
 */
final class Timeline<T> {
    private static final long[] NO_MOMENTS = {};
    private static final Object[] NO_VALUES = {};
    private static final int FEW = 4;

    private long[] moments = NO_MOMENTS;
    private Object[] values = NO_VALUES;
    private int size;

    /** The index that was asked for last: most ask for the same again. */
    private int last;

    int size() {
        return size;
    }

    /** The i-th moment. */
    long moment(int i) {
        return moments[i];
    }

    /** What is at the i-th moment. */
    @SuppressWarnings("unchecked") // nothing else is put in
    T value(int i) {
        return (T) values[i];
    }

    /** The index of the first moment that is not before another; the size if there is none. */
    int from(long moment) {
        if (last < size && moments[last] == moment) {
            return last;
        } else if (size == 0 || moments[size - 1] < moment) {
            last = size;
        } else {
            int found = Arrays.binarySearch(moments, 0, size, moment);
            last = found < 0 ? -found - 1 : found;
        }
        return last;
    }

    /** The index of a moment; −1 if nothing is there. */
    int at(long moment) {
        int i = from(moment);
        return i < size && moments[i] == moment ? i : -1;
    }

    /** What is at a moment; where nothing is, something new. */
    T at(long moment, LongFunction<T> absent) {
        int i = from(moment);
        if (i == size || moments[i] != moment) {
            insert(i, moment, absent.apply(moment));
        }
        return value(i);
    }

    private void insert(int i, long moment, T value) {
        if (size == moments.length) {
            int capacity = Math.max(FEW, 2 * size);
            moments = Arrays.copyOf(moments, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        System.arraycopy(moments, i, moments, i + 1, size - i);
        System.arraycopy(values, i, values, i + 1, size - i);
        moments[i] = moment;
        values[i] = value;
        size++;
    }

    void removeFirst(int count) {
        System.arraycopy(moments, count, moments, 0, size - count);
        System.arraycopy(values, count, values, 0, size - count);
        Arrays.fill(values, size - count, size, null);
        size -= count;
    }
}
