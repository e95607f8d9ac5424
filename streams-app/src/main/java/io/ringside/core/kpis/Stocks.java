package io.ringside.core.kpis;

import java.util.function.ObjLongConsumer;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Measure;

/** Where is kept what is open now: a port that the state stores implement. */
public interface Stocks {

    /**
     * What is open since one moment.
     *
     * @param part as in {@link PaneKey}
     * @param since epoch milliseconds
     */
    record Key(Scope scope, int part, Measure measure, long since) {}

    /** Keeps how many are open since a moment; none removes the entry. */
    void put(Key key, long count);

    void forEach(ObjLongConsumer<Key> action);
}
