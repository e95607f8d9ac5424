package io.ringside.core.kpis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Posting;

/** Sums postings up by scope until they travel on. It belongs to one thread. */
public final class Batches {
    private final long pane;
    private final Map<Scope, GrowingBatch> batches = new LinkedHashMap<>();

    /**
     * Empty ones.
     *
     * @param pane the length of the finest panes, in milliseconds
     */
    public Batches(long pane) {
        this.pane = pane;
    }

    /** Most postings of a contact are of the same scope as the one before. */
    public void post(List<Posting> postings) {
        GrowingBatch batch = null;
        for (Posting posting : postings) {
            Scope scope = posting.fact().scope();
            if (batch == null || !batch.scope().equals(scope)) {
                batch = batches.computeIfAbsent(scope, GrowingBatch::new);
            }
            batch.post(posting, pane);
        }
    }

    /** Hands all of them out, and begins anew. */
    public void drain(Consumer<Batch> out) {
        for (GrowingBatch growing : batches.values()) {
            Batch batch = growing.grown();
            if (!batch.isEmpty()) {
                batch.cut(Batch.MOST_PANES).forEach(out);
            }
        }
        batches.clear();
    }
}
