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

    public void post(List<Posting> postings) {
        for (Posting posting : postings) {
            batches.computeIfAbsent(posting.fact().scope(), GrowingBatch::new).post(posting, pane);
        }
    }

    /** Hands all of them out, and begins anew. */
    public void drain(Consumer<Batch> out) {
        batches.values().stream()
                .map(GrowingBatch::grown)
                .filter(batch -> !batch.isEmpty())
                .flatMap(batch -> batch.cut(Batch.MOST_PANES).stream())
                .forEach(out);
        batches.clear();
    }
}
