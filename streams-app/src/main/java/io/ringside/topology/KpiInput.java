package io.ringside.topology;

import java.util.List;

import io.ringside.core.facts.Posting;
import io.ringside.core.kpis.Partial;
import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;
import io.ringside.topology.state.Codec;
import io.ringside.topology.state.PostingCodec;

/** What travels between the stages: facts of one queue or agent, partial sums of one scope above them, and time. */
sealed interface KpiInput {

    /** Facts of one scope, stated and taken back. */
    record Postings(List<Posting> postings) implements KpiInput {}

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
        if (input instanceof Postings postings) {
            PostingCodec.writePostings(postings.postings(), out.writeByte(0));
        } else if (input instanceof Part part) {
            PostingCodec.writePartial(part.partial(), out.writeByte(1));
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
            case 0 -> new Postings(PostingCodec.readPostings(in));
            case 1 -> new Part(PostingCodec.readPartial(in));
            case 2 -> new Beat(in.readInt(), in.readInt(), in.readLong(), in.readBoolean());
            default -> throw new IllegalStateException("no message between stages has kind " + kind);
        };
    }
}
