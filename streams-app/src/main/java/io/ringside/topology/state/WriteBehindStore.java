package io.ringside.topology.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store of live objects over a store of bytes. Objects are read and changed in memory and written, each once, when
 * Kafka Streams flushes caches before a commit: whatever is committed is in the changelog, and whatever is not is
 * neither. A bare map written by a timer has no such guarantee.
 *
 * <p>This builds on Kafka Streams' internal contract for caching stores, the only one that is called before the commit.
 */
public final class WriteBehindStore<K, V> extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]> {
    private final Codec<K> keys;
    private final Codec<V> values;
    private final int cached;
    private final LinkedHashMap<K, V> cache = new LinkedHashMap<>(1024, 0.75f, true);
    private final Set<K> dirty = new LinkedHashSet<>();
    private Runnable beforeFlush = () -> {};

    WriteBehindStore(KeyValueStore<Bytes, byte[]> inner, Codec<K> keys, Codec<V> values, int cached) {
        super(inner);
        this.keys = keys;
        this.values = values;
        this.cached = cached;
    }

    /** Has something done each time before the store is written, for example what is pending added. */
    public void beforeFlush(Runnable action) {
        beforeFlush = action;
    }

    /** The stored object itself; put it again after changing it. */
    public Optional<V> get(K key) {
        V known = cache.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (dirty.contains(key)) {
            return Optional.empty();
        }
        byte[] bytes = wrapped().get(Bytes.wrap(keys.encode(key)));
        if (bytes == null) {
            return Optional.empty();
        }
        V value = values.decode(bytes);
        cache.put(key, value);
        return Optional.of(value);
    }

    public void put(K key, V value) {
        cache.put(key, value);
        dirty.add(key);
    }

    public void remove(K key) {
        cache.remove(key);
        dirty.add(key);
    }

    /** Visits everything stored. What is not written yet is written first. */
    public void forEach(BiConsumer<K, V> action) {
        write();
        try (KeyValueIterator<Bytes, byte[]> all = wrapped().all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                action.accept(keys.decode(entry.key.get()), values.decode(entry.value));
            }
        }
    }

    @Override
    public void flushCache() {
        beforeFlush.run();
        write();
        shrink();
    }

    private void write() {
        for (K key : dirty) {
            V value = cache.get(key);
            wrapped().put(Bytes.wrap(keys.encode(key)), value == null ? null : values.encode(value));
        }
        dirty.clear();
    }

    private void shrink() {
        Collection<Map.Entry<K, V>> entries = cache.entrySet();
        int surplus = cache.size() - cached;
        for (var oldest = entries.iterator(); surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void clearCache() {
        cache.clear();
        dirty.clear();
    }

    @Override
    public void close() {
        clearCache();
        super.close();
    }
}
