package io.ringside.topology;

import java.util.Arrays;

import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.topology.KpiInput.Beat;

/**
 * How far time has come on every partition of the stage before: as far as it has come on the slowest of them. What was
 * heard is stored, since a replay says its last word once.
 */
final class Beats {
    private final KeyValueStore<Integer, KpiInput> store;
    private final long[] at;
    private final boolean[] last;

    /** Opens them on what the store holds. */
    Beats(KeyValueStore<Integer, KpiInput> store, int partitions) {
        this.store = store;
        at = new long[partitions];
        last = new boolean[partitions];
        Arrays.fill(at, Long.MIN_VALUE);
        for (int from = 0; from < partitions; from++) {
            if (store.get(from) instanceof Beat beat) {
                note(beat);
            }
        }
    }

    void take(Beat beat) {
        note(beat);
        store.put(beat.from(), new Beat(beat.from(), beat.to(), at[beat.from()], last[beat.from()]));
    }

    private void note(Beat beat) {
        at[beat.from()] = Math.max(at[beat.from()], beat.at());
        last[beat.from()] |= beat.last();
    }

    /** Epoch milliseconds; the smallest long as long as a partition is yet to be heard of. */
    long asOf() {
        return Arrays.stream(at).min().orElse(Long.MIN_VALUE);
    }

    /** Whether nothing follows on any partition; each then counts as far as the furthest has come. */
    boolean isLast() {
        for (boolean partition : last) {
            if (!partition) {
                return false;
            }
        }
        return true;
    }

    long furthest() {
        return Arrays.stream(at).max().orElse(Long.MIN_VALUE);
    }
}
