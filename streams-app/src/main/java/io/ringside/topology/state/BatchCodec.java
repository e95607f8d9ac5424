package io.ringside.topology.state;

import java.util.OptionalLong;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Batch;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Live.Stock;
import io.ringside.core.kpis.Partial;

/** How batches and partial sums travel. */
public final class BatchCodec {
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();
    private static final Measure[] MEASURES = Measure.values();

    private BatchCodec() {}

    @SuppressWarnings("EnumOrdinal") // ordinals are the written numbers; the enums say so
    public static void writeBatch(Batch batch, ByteWriter out) {
        out.writeString(batch.scope().key()).writeInt(batch.countPanes());
        batch.forEachPane((pane, tally) -> {
            out.writeByte(pane.attribution().ordinal()).writeLong(pane.start());
            TallyCodec.writeTally(tally, out);
        });
        out.writeInt(batch.countStocks());
        batch.forEachStock((stock, count) -> out.writeByte(stock.measure().ordinal())
                .writeLong(stock.since())
                .writeLong(count));
    }

    public static Batch readBatch(ByteReader in) {
        Batch batch = new Batch(Scope.parse(in.readString()));
        for (int i = in.readInt(); i > 0; i--) {
            Batch.Pane pane = new Batch.Pane(ATTRIBUTIONS[in.readByte()], in.readLong());
            batch.put(pane, TallyCodec.readTally(in));
        }
        for (int i = in.readInt(); i > 0; i--) {
            batch.addStock(new Batch.Stock(MEASURES[in.readByte()], in.readLong()), in.readLong());
        }
        return batch;
    }

    public static void writePartial(Partial partial, ByteWriter out) {
        out.writeInt(partial.part());
        writeBatch(partial.counts(), out);
        writeStock(partial.live().waiting(), out);
        writeStock(partial.live().unanswered(), out);
        writeStock(partial.live().backlog(), out);
    }

    public static Partial readPartial(ByteReader in) {
        int part = in.readInt();
        Batch counts = readBatch(in);
        return new Partial(part, counts, new Live(readStock(in), readStock(in), readStock(in)));
    }

    private static void writeStock(Stock stock, ByteWriter out) {
        out.writeLong(stock.count());
        stock.oldestSince().ifPresent(out::writeLong);
    }

    private static Stock readStock(ByteReader in) {
        long count = in.readLong();
        return count == 0 ? Stock.EMPTY : new Stock(count, OptionalLong.of(in.readLong()));
    }
}
