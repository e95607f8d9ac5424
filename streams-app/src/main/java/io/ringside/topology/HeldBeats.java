package io.ringside.topology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.schemas.events.Heartbeat;

/**
 * Has time pass only once all has been read that stood in the log before it. Kafka Streams takes a topic for read whose
 * newest records lie fetched but not handed out, or wait on another broker; a heartbeat would then pass by events that
 * were there before it, and close windows ahead of them. So a heartbeat that says where the topics ended is held until
 * they have been read that far.
 *
 * <p>Markers of transactions have offsets, and are never read. So what no record comes of for a while counts as read.
 */
final class HeldBeats {
    /** How long nothing may come of a topic that is not read as far as it should, milliseconds. */
    static final long SILENCE_MILLIS = 1_000;

    private static final String NEWEST = "newest-held";

    private final KeyValueStore<String, byte[]> store;
    private final Set<String> sources;
    private final Map<String, Long> read = new HashMap<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private long movedAt;

    private record Held(Heartbeat heartbeat, boolean isStored) {}

    /**
     * Opens them on what the store holds: what was read as held must not be lost, since a replay says its last word once.
     *
     * @param sources the names of the topics of events that are read
     * @param decoder of what was stored
     */
    HeldBeats(KeyValueStore<String, byte[]> store, Set<String> sources, Function<byte[], Heartbeat> decoder) {
        this.store = store;
        this.sources = sources;
        byte[] newest = store.get(NEWEST);
        if (newest != null) {
            held.add(new Held(decoder.apply(newest), true));
        }
    }

    /** Notes that a record of a topic was read. */
    void read(String topic, long offset, long wall) {
        Long before = read.put(topic, offset + 1);
        if (!held.isEmpty() && endOf(topic, held.peek().heartbeat) > (before == null ? 0 : before)) {
            movedAt = wall;
        }
    }

    /** Takes a heartbeat in; {@link #release} gives it out when its time has come. */
    void take(Heartbeat heartbeat, byte[] bytes, long wall) {
        if (held.isEmpty() && isReached(heartbeat)) {
            held.add(new Held(heartbeat, false));
            return;
        }
        if (held.isEmpty()) {
            movedAt = wall;
        }
        store.put(NEWEST, bytes);
        held.add(new Held(heartbeat, true));
    }

    /** The next heartbeat whose time has come. */
    Optional<Heartbeat> release(long wall) {
        Held first = held.peek();
        if (first == null) {
            return Optional.empty();
        }
        if (!isReached(first.heartbeat)) {
            if (wall < movedAt + SILENCE_MILLIS) {
                return Optional.empty();
            }
            first.heartbeat.getEnds().forEach((topic, end) -> read.merge(topic, end, Math::max));
        }
        held.remove();
        movedAt = wall;
        if (held.isEmpty() && first.isStored) {
            store.delete(NEWEST);
        }
        return Optional.of(first.heartbeat);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    private static long endOf(String topic, Heartbeat heartbeat) {
        return heartbeat.getEnds() == null ? 0 : heartbeat.getEnds().getOrDefault(topic, 0L);
    }

    private boolean isReached(Heartbeat heartbeat) {
        return heartbeat.getEnds() == null
                || sources.stream().allMatch(topic -> read.getOrDefault(topic, 0L) >= endOf(topic, heartbeat));
    }
}
