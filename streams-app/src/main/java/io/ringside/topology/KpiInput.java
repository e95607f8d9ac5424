package io.ringside.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.ringside.core.contacts.Snapshot;
import io.ringside.core.contacts.Snapshot.Listed;
import io.ringside.core.kpis.Batch;
import io.ringside.core.kpis.Partial;
import io.ringside.topology.state.BatchCodec;
import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;
import io.ringside.topology.state.Codec;

/** What travels between the stages: who waits, facts of queues and agents, partial sums of the scopes above, and time. */
sealed interface KpiInput {

    /** The partition that it is meant for. */
    int to();

    /** What facts, stated and taken back, add up to in each of some queues and agents. */
    record Facts(int to, List<Batch> batches) implements KpiInput {}

    /** A partition's parts of scopes above queues and agents. */
    record Parts(int to, List<Partial> partials) implements KpiInput {}

    /**
     * Time has come to a moment on a partition of the stage before: nothing earlier follows from there.
     *
     * @param from the partition of the stage before
     * @param at epoch milliseconds
     * @param last whether nothing at all follows
     */
    record Beat(int from, int to, long at, boolean last) implements KpiInput {}

    /**
     * A source said who waits in a line of it.
     *
     * @param replayed whether it was played in afterwards
     */
    record Waiting(int to, Snapshot snapshot, boolean replayed) implements KpiInput {}

    /** How they are written, format 1. */
    Codec<KpiInput> CODEC = Codec.of(1, KpiInput::write, KpiInput::read);

    private static void write(KpiInput input, ByteWriter out) {
        if (input instanceof Facts facts) {
            out.writeByte(0).writeInt(facts.to);
            writeAll(facts.batches, BatchCodec::writeBatch, out);
        } else if (input instanceof Parts parts) {
            out.writeByte(1).writeInt(parts.to);
            writeAll(parts.partials, BatchCodec::writePartial, out);
        } else if (input instanceof Beat beat) {
            out.writeByte(2)
                    .writeInt(beat.from)
                    .writeInt(beat.to)
                    .writeLong(beat.at)
                    .writeBoolean(beat.last);
        } else if (input instanceof Waiting waiting) {
            out.writeByte(3).writeInt(waiting.to).writeBoolean(waiting.replayed);
            SnapshotLog.write(waiting.snapshot.line(), out).writeLong(waiting.snapshot.at());
            writeAll(
                    waiting.snapshot.waiting(),
                    (listed, to) -> to.writeString(listed.contact()).writeString(listed.visit()),
                    out);
        }
    }

    private static KpiInput read(ByteReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> new Facts(in.readInt(), readAll(BatchCodec::readBatch, in));
            case 1 -> new Parts(in.readInt(), readAll(BatchCodec::readPartial, in));
            case 2 -> new Beat(in.readInt(), in.readInt(), in.readLong(), in.readBoolean());
            case 3 -> readWaiting(in);
            default -> throw new IllegalStateException("no message between stages has kind " + kind);
        };
    }

    private static Waiting readWaiting(ByteReader in) {
        int to = in.readInt();
        boolean replayed = in.readBoolean();
        Snapshot snapshot = new Snapshot(
                SnapshotLog.readLine(in),
                in.readLong(),
                readAll(from -> new Listed(from.readString(), from.readString()), in));
        return new Waiting(to, snapshot, replayed);
    }

    private static <T> void writeAll(List<T> values, BiConsumer<T, ByteWriter> write, ByteWriter out) {
        out.writeInt(values.size());
        values.forEach(value -> write.accept(value, out));
    }

    private static <T> List<T> readAll(Function<ByteReader, T> read, ByteReader in) {
        List<T> values = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            values.add(read.apply(in));
        }
        return values;
    }
}
