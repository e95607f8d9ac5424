package io.ringside.oracle;

import java.util.Set;

/**
 * An agent's finished part of a visit. Moments are epoch milliseconds, durations milliseconds.
 *
 * @param id empty where the visit has one agent only
 * @param transfers the kinds of transfer that it ended in, each once
 */
record Leg(
        Visit visit,
        String id,
        String agent,
        long connectedAt,
        boolean isOver,
        long wrappedUpAt,
        long talk,
        long hold,
        long wrapUp,
        boolean wasHeld,
        boolean consulted,
        Set<String> transfers) {

    long handleTime() {
        return talk + hold + wrapUp;
    }
}
