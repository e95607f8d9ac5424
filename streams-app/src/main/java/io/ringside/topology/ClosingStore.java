package io.ringside.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Closing;
import io.ringside.core.kpis.Closing.Closed;

/** Remembers what is closed in a store of numbers: how far, which revisions, and what is to be stated again. */
final class ClosingStore implements Closing.Memory {
    private static final String CLOSED_UNTIL = "closed-until";
    private static final String PERIODS = "periods";
    private static final String REVISION = "revision|";
    private static final String DUE = "due|";
    private static final String AFTER_DUE = "due}";

    private final KeyValueStore<String, Long> store;

    ClosingStore(KeyValueStore<String, Long> store) {
        this.store = store;
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
    public List<Closed> due() {
        List<Closed> due = new ArrayList<>();
        try (KeyValueIterator<String, Long> range = store.range(DUE, AFTER_DUE)) {
            while (range.hasNext()) {
                KeyValue<String, Long> entry = range.next();
                due.add(closed(entry.key.substring(DUE.length())));
            }
        }
        return due;
    }

    @Override
    public void due(Closed window, boolean isDue) {
        store.put(DUE + key(window), isDue ? 1L : null);
    }

    private static String key(Closed window) {
        return window.window() + "|" + window.start() + "|" + window.scope().key();
    }

    private static Closed closed(String key) {
        String[] parts = key.split("\\|", 3);
        return new Closed(Scope.parse(parts[2]), parts[0], Long.parseLong(parts[1]));
    }
}
