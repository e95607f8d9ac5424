package io.ringside.topology.state;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Posting;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Live.Stock;
import io.ringside.core.kpis.PaneKey;
import io.ringside.core.kpis.Partial;

/** How facts and partial sums are written: the scope once, then what belongs to it. */
public final class PostingCodec {
    private PostingCodec() {}

    /** Writes postings of one scope. */
    public static void writePostings(List<Posting> postings, ByteWriter out) {
        out.writeString(postings.get(0).fact().scope().key()).writeInt(postings.size());
        for (Posting posting : postings) {
            out.writeBoolean(posting.sign() > 0);
            ContactCodec.writeFact(posting.fact(), out);
        }
    }

    public static List<Posting> readPostings(ByteReader in) {
        Scope scope = Scope.parse(in.readString());
        List<Posting> postings = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            int sign = in.readBoolean() ? 1 : -1;
            postings.add(new Posting(ContactCodec.readFact(scope, in), sign));
        }
        return postings;
    }

    public static void writePartial(Partial partial, ByteWriter out) {
        out.writeString(partial.scope().key()).writeInt(partial.part());
        writeStock(partial.live().waiting(), out);
        writeStock(partial.live().unanswered(), out);
        writeStock(partial.live().backlog(), out);
        out.writeInt(partial.panes().size());
        for (Partial.Pane pane : partial.panes()) {
            TallyCodec.writeKey(pane.key(), out);
            TallyCodec.writeTally(pane.tally(), out);
        }
    }

    public static Partial readPartial(ByteReader in) {
        Scope scope = Scope.parse(in.readString());
        int part = in.readInt();
        Live live = new Live(readStock(in), readStock(in), readStock(in));
        List<Partial.Pane> panes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            PaneKey key = TallyCodec.readKey(in);
            panes.add(new Partial.Pane(key, TallyCodec.readTally(in)));
        }
        return new Partial(scope, part, panes, live);
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
