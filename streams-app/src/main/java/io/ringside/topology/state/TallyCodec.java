package io.ringside.topology.state;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Stocks;
import io.ringside.core.kpis.Tally;

/** How tallies and stocks are stored. */
public final class TallyCodec {
    private static final int VERSION = 1;

    /** A cell's measure is in the bits from this one on. */
    private static final int MEASURE_SHIFT = Tally.MEASURE_SHIFT;

    private static final int WITHIN_MEASURE = (1 << MEASURE_SHIFT) - 1;
    private static final Measure[] MEASURES = Measure.values();

    /** Tallies, format 1. */
    public static final Codec<Tally> TALLIES = Codec.of(VERSION, TallyCodec::writeTally, TallyCodec::readTally);

    /** Keys of stocks. */
    public static final Codec<Stocks.Key> STOCK_KEYS = Codec.ofKey(TallyCodec::writeStock, TallyCodec::readStock);

    /** Counts, format 1. */
    public static final Codec<Long> COUNTS =
            Codec.of(VERSION, (count, out) -> out.writeLong(count), ByteReader::readLong);

    private TallyCodec() {}

    /** Cells as the distance from the one before: within a measure twice the distance, to a later one an odd number. */
    static void writeTally(Tally tally, ByteWriter out) {
        out.writeCount(tally.size());
        int before = 0;
        for (int i = 0; i < tally.size(); i++) {
            int cell = tally.cellAt(i);
            int measures = (cell >> MEASURE_SHIFT) - (before >> MEASURE_SHIFT);
            if (measures == 0) {
                out.writeCount(2L * (cell - before));
            } else {
                out.writeCount(2L * measures - 1).writeCount(cell & WITHIN_MEASURE);
            }
            out.writeLong(tally.valueAt(i));
            before = cell;
        }
    }

    static Tally readTally(ByteReader in) {
        int size = Math.toIntExact(in.readCount());
        int[] cells = new int[size];
        long[] values = new long[size];
        int before = 0;
        for (int i = 0; i < size; i++) {
            int step = Math.toIntExact(in.readCount());
            if (step % 2 == 0) {
                before += step / 2;
            } else {
                int measure = (before >> MEASURE_SHIFT) + (step + 1) / 2;
                before = (measure << MEASURE_SHIFT) + Math.toIntExact(in.readCount());
            }
            cells[i] = before;
            values[i] = in.readLong();
        }
        return Tally.ofCells(cells, values);
    }

    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number; Measure says so
    private static void writeStock(Stocks.Key key, ByteWriter out) {
        out.writeString(key.scope().key())
                .writeInt(key.part())
                .writeByte(key.measure().ordinal())
                .writeSortable(key.since());
    }

    private static Stocks.Key readStock(ByteReader in) {
        Scope scope = Scope.parse(in.readString());
        return new Stocks.Key(scope, in.readInt(), MEASURES[in.readByte()], in.readSortable());
    }
}
