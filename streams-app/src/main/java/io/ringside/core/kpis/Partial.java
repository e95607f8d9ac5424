package io.ringside.core.kpis;

import java.util.List;

import io.ringside.core.definitions.Scope;

/**
 * What one partition's queues or agents add up to in a scope above them. Absolute: it replaces what the part said
 * before, so that saying it twice changes nothing.
 *
 * @param panes the panes that have changed, whole
 */
public record Partial(Scope scope, int part, List<Pane> panes, Live live) {
    public Partial {
        panes = List.copyOf(panes);
    }

    /** A pane of the scope, with the part's tally. */
    public record Pane(PaneKey key, Tally tally) {}
}
