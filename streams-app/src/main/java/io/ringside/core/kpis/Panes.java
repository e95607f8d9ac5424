package io.ringside.core.kpis;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Where tallies are kept: a port that the state stores implement. A tally handed out stays the stored one. */
public interface Panes {
    Optional<Tally> get(PaneKey key);

    /** Keeps a tally, which may have been changed in place. */
    void put(PaneKey key, Tally tally);

    void remove(PaneKey key);

    void forEach(BiConsumer<PaneKey, Tally> action);

    /** Adds to a pane. */
    default void add(PaneKey key, Tally delta) {
        Tally tally = get(key).orElseGet(Tally::new);
        tally.add(delta);
        put(key, tally);
    }
}
