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
        return tally.isZero() ? ZERO : new PackedTally(new Packing(tally).packed());
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
        return isZero() ? new Tally() : new Unpacking(bytes).tally();
    }

    /** Adds it to a sum, cell by cell. */
    void addTo(Tally sum) {
        if (!isZero()) {
            new Unpacking(bytes).addTo(sum);
        }
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

    private static final class Packing {
        private byte[] bytes;
        private int size;

        Packing(Tally tally) {
            bytes = new byte[4 * tally.size() + 10];
            write(tally.size());
            int before = 0;
            for (int i = 0; i < tally.size(); i++) {
                int cell = tally.cellAt(i);
                int measures = (cell >> Cell.MEASURE_SHIFT) - (before >> Cell.MEASURE_SHIFT);
                if (measures == 0) {
                    write(2L * (cell - before));
                } else {
                    write(2L * measures - 1);
                    write(cell & WITHIN_MEASURE);
                }
                write((tally.valueAt(i) << 1) ^ (tally.valueAt(i) >> 63));
                before = cell;
            }
        }

        private void write(long value) {
            if (size + 10 > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
        }

        byte[] packed() {
            return Arrays.copyOf(bytes, size);
        }
    }

    private static final class Unpacking {
        private final byte[] bytes;
        private int at;
        private int cell;

        Unpacking(byte[] bytes) {
            this.bytes = bytes;
        }

        Tally tally() {
            int size = Math.toIntExact(read());
            int[] cells = new int[size];
            long[] values = new long[size];
            for (int i = 0; i < size; i++) {
                cells[i] = nextCell();
                values[i] = nextValue();
            }
            return Tally.ofCells(cells, values);
        }

        void addTo(Tally sum) {
            int at = 0;
            for (long rest = read(); rest > 0; rest--) {
                at = sum.addFrom(at, nextCell(), nextValue());
            }
        }

        private int nextCell() {
            int step = (int) read();
            if ((step & 1) == 0) {
                cell += step >> 1;
            } else {
                int measure = (cell >> Cell.MEASURE_SHIFT) + ((step + 1) >> 1);
                cell = (measure << Cell.MEASURE_SHIFT) + (int) read();
            }
            return cell;
        }

        private long nextValue() {
            long value = read();
            return (value >>> 1) ^ -(value & 1);
        }

        private long read() {
            if (at < bytes.length && bytes[at] >= 0) {
                return bytes[at++];
            }
            long value = 0;
            for (int shift = 0; at < bytes.length; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalStateException("a packed tally ends early, after " + bytes.length + " bytes");
        }
    }
}
