package io.ringside.topology;

import java.util.Optional;

import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.schemas.events.Heartbeat;
import io.ringside.topology.KpiInput.Beat;

/**
 * Has time pass only once the snapshots of every partition have come as far: they come through a topic of their own, and
 * a heartbeat would overtake them. It is as far as it has come here and, with snapshots, on the slowest partition.
 */
final class Gathering {
    private final Beats beats;

    /** Stands for the heartbeats of this partition, beside those of the partitions' snapshots. */
    private final int here;

    private long passed = Long.MIN_VALUE;
    private boolean passedLast;
    private long cameTo = Long.MIN_VALUE;

    Gathering(KeyValueStore<Integer, KpiInput> store, int partitions) {
        beats = new Beats(store, partitions + 1);
        here = partitions;
    }

    /** All snapshots that a partition has until a moment have come. */
    void take(Beat beat) {
        beats.take(beat);
    }

    /** Time has come to a moment here. */
    void take(Heartbeat heartbeat) {
        cameTo = heartbeat.getAt().toEpochMilli();
        beats.take(new Beat(here, here, cameTo, heartbeat.getLast()));
    }

    /** How far time may pass, if that is further than before, or the end, or was said once more. */
    Optional<Beat> next() {
        boolean last = beats.isLast();
        long at = last ? beats.furthest() : beats.asOf();
        boolean saidOnceMore = cameTo > Long.MIN_VALUE && at >= cameTo;
        boolean isNew = at > passed || (last && !passedLast) || saidOnceMore;
        if (at == Long.MIN_VALUE || !isNew) {
            return Optional.empty();
        }
        passed = at;
        passedLast = last;
        cameTo = Long.MIN_VALUE;
        return Optional.of(new Beat(here, here, at, last));
    }
}
