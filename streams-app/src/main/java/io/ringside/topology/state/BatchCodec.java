package io.ringside.topology.state;

import java.util.ArrayList;
import java.util.List;
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
        out.writeString(batch.scope().key());
        out.near(batch.panes().isEmpty() ? 0 : batch.panes().get(0).start());
        out.writeInt(batch.panes().size());
        for (Batch.Pane pane : batch.panes()) {
            out.writeByte(pane.attribution().ordinal())
                    .writeMoment(pane.start())
                    .writeByte(pane.causes());
            TallyCodec.writeTally(pane.tally(), out);
        }
        out.writeInt(batch.stocks().size());
        for (Batch.Stock stock : batch.stocks()) {
            out.writeByte(stock.measure().ordinal()).writeMoment(stock.since()).writeLong(stock.count());
        }
        out.writeInt(batch.levels().size());
        for (Batch.Level level : batch.levels()) {
            out.writeMoment(level.at()).writeLong(level.count()).writeByte(level.causes());
        }
    }

    public static Batch readBatch(ByteReader in) {
        Scope scope = Scope.parse(in.readString());
        in.readNear();
        List<Batch.Pane> panes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            Attribution attribution = ATTRIBUTIONS[in.readByte()];
            long start = in.readMoment();
            int causes = in.readByte();
            panes.add(new Batch.Pane(attribution, start, TallyCodec.readTally(in), causes));
        }
        List<Batch.Stock> stocks = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            stocks.add(new Batch.Stock(MEASURES[in.readByte()], in.readMoment(), in.readLong()));
        }
        List<Batch.Level> levels = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            levels.add(new Batch.Level(in.readMoment(), in.readLong(), in.readByte()));
        }
        return new Batch(scope, panes, stocks, levels);
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
