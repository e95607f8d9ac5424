package io.ringside.topology.state;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.PackedTally;
import io.ringside.core.kpis.Stocks;

/** How tallies and stocks are stored. */
public final class TallyCodec {
    private static final int VERSION = 1;
    private static final Measure[] MEASURES = Measure.values();

    /** Keys of stocks. */
    public static final Codec<Stocks.Key> STOCK_KEYS = Codec.ofKey(TallyCodec::writeStock, TallyCodec::readStock);

    /** Counts, format 1. */
    public static final Codec<Long> COUNTS =
            Codec.of(VERSION, (count, out) -> out.writeLong(count), ByteReader::readLong);

    private TallyCodec() {}

    static void writeTally(PackedTally tally, ByteWriter out) {
        out.writeBytes(tally.bytes());
    }

    static PackedTally readTally(ByteReader in) {
        return PackedTally.ofBytes(in.readBytes());
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
