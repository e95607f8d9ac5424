package io.ringside.topology;

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;

/** When contacts are to be woken, ordered by time. Moments are epoch milliseconds. */
final class Deadlines {
    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> store;

    /** What was served before needs no look again, nor do the tombstones it left. */
    private long servedUntil = Long.MIN_VALUE;

    Deadlines(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A contact that is to be woken at a moment. */
    record Due(long at, String contact) {}

    void set(long at, String contact) {
        servedUntil = Math.min(servedUntil, at);
        store.put(key(at, contact), PRESENT);
    }

    /** Takes out all that is due until a moment, earliest first. Clocks of several instances differ, so moments may go back a little. */
    List<Due> take(long until) {
        if (until < servedUntil) {
            return List.of();
        }
        List<Due> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(key(servedUntil, ""), key(until + 1, ""))) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                ByteReader reader = new ByteReader(entry.key.get());
                due.add(new Due(reader.readSortable(), reader.readString()));
            }
        }
        due.forEach(deadline -> store.delete(key(deadline.at, deadline.contact)));
        servedUntil = Math.max(servedUntil, until);
        return due;
    }

    private static Bytes key(long at, String contact) {
        return Bytes.wrap(
                new ByteWriter().writeSortable(at).writeString(contact).toBytes());
    }
}
