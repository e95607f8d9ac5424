package io.ringside.core.contacts;

import java.util.List;

/**
 * Who waits in a line, as its source said.
 *
 * @param at the moment, epoch milliseconds
 */
public record Snapshot(Line line, long at, List<Listed> waiting) {
    public Snapshot {
        waiting = List.copyOf(waiting);
    }

    /** A contact that waits; the visit is empty where the source named none. */
    public record Listed(String contact, String visit) {}
}
