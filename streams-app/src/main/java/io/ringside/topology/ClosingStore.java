package io.ringside.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.kpis.Closing;
import io.ringside.core.kpis.Closing.Closed;
import io.ringside.core.kpis.PackedTally;
import io.ringside.core.kpis.Restatement;
import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;
import io.ringside.topology.state.Codec;

/** Remembers what is closed in a store of numbers: how far, which revisions, and what is to be stated again. */
final class ClosingStore implements Closing.Memory {
    private static final String CLOSED_UNTIL = "closed-until";
    private static final String PERIODS = "periods";
    private static final String REVISION = "revision|";

    private static final Codec<Restatement> RESTATEMENTS = Codec.of(1, ClosingStore::write, ClosingStore::read);

    private final KeyValueStore<String, Long> store;
    private final KeyValueStore<String, byte[]> restatements;

    /**
     * Remembers in two stores.
     *
     * @param store numbers
     * @param restatements what is to be stated again
     */
    ClosingStore(KeyValueStore<String, Long> store, KeyValueStore<String, byte[]> restatements) {
        this.store = store;
        this.restatements = restatements;
    }

    @Override
    public Optional<Long> closedUntil() {
        return Optional.ofNullable(store.get(CLOSED_UNTIL));
    }

    @Override
    public void closedUntil(long moment) {
        store.put(CLOSED_UNTIL, moment);
    }

    @Override
    public Optional<Long> periods() {
        return Optional.ofNullable(store.get(PERIODS));
    }

    @Override
    public void periods(long plan) {
        store.put(PERIODS, plan);
    }

    @Override
    public OptionalInt revision(Closed window) {
        Long revision = store.get(REVISION + key(window));
        return revision == null ? OptionalInt.empty() : OptionalInt.of(revision.intValue());
    }

    @Override
    public void revision(Closed window, int revision) {
        store.put(REVISION + key(window), (long) revision);
    }

    @Override
    public void forget(Closed window) {
        String key = REVISION + key(window);
        if (store.get(key) != null) {
            store.delete(key);
        }
    }

    @Override
    public Map<Closed, Restatement> due() {
        Map<Closed, Restatement> due = new LinkedHashMap<>();
        try (KeyValueIterator<String, byte[]> all = restatements.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                due.put(closed(entry.key), RESTATEMENTS.decode(entry.value));
            }
        }
        return due;
    }

    @Override
    public void due(Closed window, Restatement restatement) {
        restatements.put(key(window), RESTATEMENTS.encode(restatement));
    }

    @Override
    public void done(Closed window) {
        restatements.delete(key(window));
    }

    private static void write(Restatement restatement, ByteWriter out) {
        out.writeByte(restatement.causes())
                .writeLong(restatement.waitingAtStart())
                .writeLong(restatement.waitingAtEnd())
                .writeBytes(restatement.tally().bytes());
    }

    private static Restatement read(ByteReader in) {
        int causes = in.readByte();
        long waitingAtStart = in.readLong();
        long waitingAtEnd = in.readLong();
        return new Restatement(causes, PackedTally.ofBytes(in.readBytes()), waitingAtStart, waitingAtEnd);
    }

    private static String key(Closed window) {
        return window.window() + "|" + window.start() + "|"
                + window.attribution().name() + "|" + window.scope().key();
    }

    private static Closed closed(String key) {
        String[] parts = key.split("\\|", 4);
        return new Closed(Scope.parse(parts[3]), parts[0], Long.parseLong(parts[1]), Attribution.valueOf(parts[2]));
    }
}
