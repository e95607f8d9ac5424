package io.ringside.topology.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store of live objects that all stay in memory, and nowhere else but in the changelog: there each is written once,
 * when Kafka Streams flushes caches before a commit. What comes and goes between two commits is never written at all.
 *
 * <p>Like {@link WriteBehindStore} it builds on Kafka Streams' internal contract for caching stores.
 */
public final class ResidentStore<K, V> extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements ObjectStore<K, V> {
    private final Codec<K> keys;
    private final Codec<V> values;
    private final Map<K, Entry<K, V>> entries = new HashMap<>();
    private final Deque<Entry<K, V>> dirty = new ArrayDeque<>();
    private final ByteWriter writer = new ByteWriter();
    private Runnable beforeFlush = () -> {};

    private static final class Entry<K, V> {
        final K key;

        /** Null once removed. */
        V value;

        /** Whether the changelog has it, so that it takes a tombstone to remove it. */
        boolean logged;

        /** Whether it is to be written. */
        boolean dirty;

        Entry(K key) {
            this.key = key;
        }
    }

    ResidentStore(KeyValueStore<Bytes, byte[]> changelog, Restored restored, Codec<K> keys, Codec<V> values) {
        super(changelog);
        this.keys = keys;
        this.values = values;
        restored.to(this::restore);
    }

    private void restore(byte[] key, byte[] value) {
        if (value == null) {
            entries.remove(keys.decode(key));
            return;
        }
        Entry<K, V> entry = new Entry<>(keys.decode(key));
        entry.value = values.decode(value);
        entry.logged = true;
        entries.put(entry.key, entry);
    }

    @Override
    public void beforeFlush(Runnable action) {
        beforeFlush = action;
    }

    @Override
    public Optional<V> get(K key) {
        Entry<K, V> entry = entries.get(key);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.value);
    }

    @Override
    public void put(K key, V value) {
        Entry<K, V> entry = entries.computeIfAbsent(key, Entry::new);
        entry.value = value;
        touch(entry);
    }

    /** What is removed again before it was ever written stays among the dirty ones, and is passed over. */
    @Override
    public void remove(K key) {
        Entry<K, V> entry = entries.get(key);
        if (entry == null) {
            return;
        }
        entry.value = null;
        if (entry.logged) {
            touch(entry);
        } else {
            entries.remove(key);
        }
    }

    private void touch(Entry<K, V> entry) {
        if (!entry.dirty) {
            entry.dirty = true;
            dirty.add(entry);
        }
    }

    @Override
    public void forEach(BiConsumer<K, V> action) {
        entries.forEach((key, entry) -> {
            if (entry.value != null) {
                action.accept(key, entry.value);
            }
        });
    }

    /** {@inheritDoc} Kafka Streams comes again after a write that failed: what was written before is not written again. */
    @Override
    public void flushCache() {
        beforeFlush.run();
        for (Entry<K, V> next = dirty.peek(); next != null; next = dirty.peek()) {
            if (next.value != null || next.logged) {
                write(next);
            }
            next.dirty = false;
            dirty.remove();
        }
    }

    private void write(Entry<K, V> entry) {
        byte[] bytes = entry.value == null ? null : values.encode(entry.value, writer);
        wrapped().put(Bytes.wrap(keys.encode(entry.key, writer)), bytes);
        entry.logged = bytes != null;
        if (bytes == null) {
            entries.remove(entry.key);
        }
    }

    /** The objects are the store: a task that changes hands keeps them, once all is written. */
    @Override
    public void clearCache() {
        if (!dirty.isEmpty()) {
            throw new IllegalStateException(dirty.size() + " changes of " + name() + " were not written");
        }
    }

    @Override
    public void close() {
        entries.clear();
        dirty.clear();
        beforeFlush = () -> {};
        super.close();
    }
}
