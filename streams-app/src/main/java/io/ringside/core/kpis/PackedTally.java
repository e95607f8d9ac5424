package io.ringside.core.kpis;

import java.util.Arrays;

/**
 * A tally in as few bytes as it takes: what pages hold and what travels. It does not change.
 *
 * <p>Each cell is written as its distance from the one before, within a measure twice the distance, to a later measure
 * an odd number and then its place there; and its value. The bytes are stored and keep their format.
 */
public final class PackedTally {
    /** Of no facts. */
    public static final PackedTally ZERO = new PackedTally(new byte[0]);

    private static final int WITHIN_MEASURE = (1 << Cell.MEASURE_SHIFT) - 1;

    private final byte[] bytes;

    private PackedTally(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Packs a tally. */
    public static PackedTally of(Tally tally) {
        if (tally.isZero()) {
            return ZERO;
        }
        Packing packing = new Packing(4 * tally.size());
        for (int i = 0; i < tally.size(); i++) {
            packing.add(tally.cellAt(i), tally.valueAt(i));
        }
        return packing.packed();
    }

    /** What was {@link #bytes}; takes the array over. */
    public static PackedTally ofBytes(byte[] bytes) {
        return bytes.length == 0 ? ZERO : new PackedTally(bytes);
    }

    /** The bytes, which must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public boolean isZero() {
        return bytes.length == 0;
    }

    /**
     * The tally.
     *
     * @throws IllegalStateException if the bytes are none of a tally
     */
    public Tally unpack() {
        if (isZero()) {
            return new Tally();
        }
        Unpacking from = new Unpacking(bytes);
        int[] cells = new int[from.left()];
        long[] values = new long[cells.length];
        for (int i = 0; from.next(); i++) {
            cells[i] = from.cell;
            values[i] = from.value;
        }
        return Tally.ofCells(cells, values);
    }

    /** Adds it to a sum, cell by cell. */
    void addTo(Tally sum) {
        Unpacking from = new Unpacking(bytes);
        for (int at = 0; from.next(); ) {
            at = sum.addFrom(at, from.cell, from.value);
        }
    }

    /** The sum of both, cell by cell. */
    PackedTally plus(PackedTally other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        Packing sum = new Packing(bytes.length + other.bytes.length);
        Unpacking a = new Unpacking(bytes);
        Unpacking b = new Unpacking(other.bytes);
        a.next();
        b.next();
        while (a.cell < Unpacking.END || b.cell < Unpacking.END) {
            int cell = Math.min(a.cell, b.cell);
            long value = 0;
            if (a.cell == cell) {
                value += a.value;
                a.next();
            }
            if (b.cell == cell) {
                value += b.value;
                b.next();
            }
            sum.add(cell, value);
        }
        return sum.packed();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof PackedTally other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return unpack().toString();
    }

    /** Takes cells in rising order. */
    private static final class Packing {
        /** How many cells there are comes first, and is known last: so much room is left for it. */
        private static final int HEAD = 5;

        /** The most bytes of a number. */
        private static final int LONGEST = 10;

        private byte[] bytes;
        private int end = HEAD;
        private int size;
        private int before;

        /** @param length about how many bytes the cells will take */
        Packing(int length) {
            bytes = new byte[HEAD + length + 3 * LONGEST];
        }

        /** Adds a cell, unless it is zero. */
        void add(int cell, long value) {
            if (value == 0) {
                return;
            }
            if (end + 3 * LONGEST > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int measures = (cell >> Cell.MEASURE_SHIFT) - (before >> Cell.MEASURE_SHIFT);
            if (measures == 0) {
                write(2L * (cell - before));
            } else {
                write(2L * measures - 1);
                write(cell & WITHIN_MEASURE);
            }
            write((value << 1) ^ (value >> 63));
            before = cell;
            size++;
        }

        private void write(long value) {
            end = write(value, end);
        }

        private int write(long value, int from) {
            int at = from;
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes[at++] = (byte) ((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            bytes[at++] = (byte) rest;
            return at;
        }

        PackedTally packed() {
            if (size == 0) {
                return ZERO;
            }
            int start = HEAD - write(size, 0);
            write(size, start);
            return new PackedTally(Arrays.copyOfRange(bytes, start, end));
        }
    }

    /** Stands before the first cell, then at one after the other. */
    private static final class Unpacking {
        /** Behind every cell. */
        static final int END = Integer.MAX_VALUE;

        private final byte[] bytes;
        private int at;
        private int left;
        private int cell;
        private long value;

        Unpacking(byte[] bytes) {
            this.bytes = bytes;
            this.left = bytes.length == 0 ? 0 : Math.toIntExact(read());
        }

        /** How many cells follow. */
        int left() {
            return left;
        }

        /** Goes on to the next cell; false, and behind every cell, if there is none. */
        boolean next() {
            if (left == 0) {
                cell = END;
                return false;
            }
            left--;
            int step = (int) read();
            if ((step & 1) == 0) {
                cell += step >> 1;
            } else {
                int measure = (cell >> Cell.MEASURE_SHIFT) + ((step + 1) >> 1);
                cell = (measure << Cell.MEASURE_SHIFT) + (int) read();
            }
            long zigzag = read();
            value = (zigzag >>> 1) ^ -(zigzag & 1);
            return true;
        }

        private long read() {
            if (at < bytes.length && bytes[at] >= 0) {
                return bytes[at++];
            }
            long number = 0;
            for (int shift = 0; at < bytes.length; shift += 7) {
                byte next = bytes[at++];
                number |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalStateException("a packed tally ends early, after " + bytes.length + " bytes");
        }
    }
}
