package io.ringside.topology;

import io.ringside.core.kpis.Batch;
import io.ringside.core.kpis.Partial;
import io.ringside.topology.state.BatchCodec;
import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;
import io.ringside.topology.state.Codec;

/** What travels between the stages: facts of one queue or agent, partial sums of one scope above them, and time. */
sealed interface KpiInput {

    /** What facts of one scope, stated and taken back, add up to. */
    record Facts(Batch batch) implements KpiInput {}

    /** A partition's part of a scope above queues and agents. */
    record Part(Partial partial) implements KpiInput {}

    /**
     * Time has come to a moment on a partition of the stage before: nothing earlier follows from there.
     *
     * @param from the partition of the stage before
     * @param to the partition it is meant for
     * @param at epoch milliseconds
     * @param last whether nothing at all follows
     */
    record Beat(int from, int to, long at, boolean last) implements KpiInput {}

    /** How they are written, format 1. */
    Codec<KpiInput> CODEC = Codec.of(1, KpiInput::write, KpiInput::read);

    private static void write(KpiInput input, ByteWriter out) {
        if (input instanceof Facts facts) {
            BatchCodec.writeBatch(facts.batch(), out.writeByte(0));
        } else if (input instanceof Part part) {
            BatchCodec.writePartial(part.partial(), out.writeByte(1));
        } else if (input instanceof Beat beat) {
            out.writeByte(2)
                    .writeInt(beat.from)
                    .writeInt(beat.to)
                    .writeLong(beat.at)
                    .writeBoolean(beat.last);
        }
    }

    private static KpiInput read(ByteReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> new Facts(BatchCodec.readBatch(in));
            case 1 -> new Part(BatchCodec.readPartial(in));
            case 2 -> new Beat(in.readInt(), in.readInt(), in.readLong(), in.readBoolean());
            default -> throw new IllegalStateException("no message between stages has kind " + kind);
        };
    }
}
