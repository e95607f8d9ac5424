package io.ringside.topology.state;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Stocks;
import io.ringside.core.kpis.Tally;

/** How tallies and stocks are stored. */
public final class TallyCodec {
    private static final int VERSION = 1;
    private static final Measure[] MEASURES = Measure.values();

    /** Tallies, format 1. */
    public static final Codec<Tally> TALLIES = Codec.of(VERSION, TallyCodec::writeTally, TallyCodec::readTally);

    /** Keys of stocks. */
    public static final Codec<Stocks.Key> STOCK_KEYS = Codec.ofKey(TallyCodec::writeStock, TallyCodec::readStock);

    /** Counts, format 1. */
    public static final Codec<Long> COUNTS =
            Codec.of(VERSION, (count, out) -> out.writeLong(count), ByteReader::readLong);

    private TallyCodec() {}

    static void writeTally(Tally tally, ByteWriter out) {
        out.writeInt(tally.size());
        int before = 0;
        for (int i = 0; i < tally.size(); i++) {
            out.writeInt(tally.cellAt(i) - before).writeLong(tally.valueAt(i));
            before = tally.cellAt(i);
        }
    }

    static Tally readTally(ByteReader in) {
        int size = in.readInt();
        int[] cells = new int[size];
        long[] values = new long[size];
        int before = 0;
        for (int i = 0; i < size; i++) {
            before += in.readInt();
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
