package io.ringside.topology;

import java.nio.ByteBuffer;

import org.apache.kafka.streams.state.KeyValueStore;

/** A moment that only rises, in epoch milliseconds, and is not lost with the task. */
final class KeptMoment {
    private final KeyValueStore<String, byte[]> store;
    private final String key;
    private long at = Long.MIN_VALUE;
    private long kept;

    KeptMoment(KeyValueStore<String, byte[]> store, String key) {
        this.store = store;
        this.key = key;
        byte[] bytes = store.get(key);
        if (bytes != null) {
            at = ByteBuffer.wrap(bytes).getLong();
        }
        kept = at;
    }

    /** The moment; the smallest long before there is any. */
    long at() {
        return at;
    }

    void reach(long moment) {
        at = Math.max(at, moment);
    }

    /** Writes it down if it has risen since the last time. */
    void keep() {
        if (at > kept) {
            store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(at).array());
            kept = at;
        }
    }
}
