package io.ringside.topology.state;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

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
public final class WriteBehindStore<K, V> extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements ObjectStore<K, V> {
    private final Codec<K> keys;
    private final Codec<V> values;
    private final int cached;
    private final BiPredicate<K, V> stays;
    private final ByteWriter writer = new ByteWriter();

    /** What was read or written, the longest unused first. */
    private final Map<K, V> atHand = new LinkedHashMap<>(1024, 0.75f, true);

    /** What is to be written, in the order in which it changed; null once removed. */
    private final Map<K, V> changed = new LinkedHashMap<>();

    private Bytes visited;
    private Runnable beforeFlush = () -> {};

    WriteBehindStore(
            KeyValueStore<Bytes, byte[]> inner, Codec<K> keys, Codec<V> values, int cached, BiPredicate<K, V> stays) {
        super(inner);
        this.keys = keys;
        this.values = values;
        this.cached = cached;
        this.stays = stays;
    }

    @Override
    public void beforeFlush(Runnable action) {
        beforeFlush = action;
    }

    @Override
    public Optional<V> get(K key) {
        Optional<V> value = look(key);
        value.ifPresent(found -> atHand.put(key, found));
        return value;
    }

    /** Reads without keeping at hand. */
    private Optional<V> look(K key) {
        V known = changed.get(key);
        if (known == null && !changed.containsKey(key)) {
            known = atHand.get(key);
            return known == null ? read(key) : Optional.of(known);
        }
        return Optional.ofNullable(known);
    }

    private Optional<V> read(K key) {
        byte[] bytes = wrapped().get(Bytes.wrap(keys.encode(key, writer)));
        return bytes == null ? Optional.empty() : Optional.of(values.decode(bytes));
    }

    @Override
    public void put(K key, V value) {
        changed.put(key, value);
    }

    /** Puts it, and writes it at once: what it takes to write it is in the processor's caches just after a change. */
    public void writeThrough(K key, V value) {
        write(key, value);
        changed.remove(key);
    }

    @Override
    public void remove(K key) {
        changed.put(key, null);
    }

    /** {@inheritDoc} What is not written yet is written first. */
    @Override
    public void forEach(BiConsumer<K, V> action) {
        write();
        try (KeyValueIterator<Bytes, byte[]> all = wrapped().all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                action.accept(keys.decode(entry.key.get()), values.decode(entry.value));
            }
        }
    }

    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }

    /**
     * Visits the next entries of those written, in the order of their keys, and begins anew after the last. Nothing is
     * displaced from memory by it.
     */
    public void visitNext(int count, BiConsumer<K, V> action) {
        List<K> next = new ArrayList<>(count);
        try (KeyValueIterator<Bytes, byte[]> range = wrapped().range(visited, null)) {
            while (next.size() < count && range.hasNext()) {
                Bytes key = range.next().key;
                if (!key.equals(visited)) {
                    visited = key;
                    next.add(keys.decode(key.get()));
                }
            }
            if (!range.hasNext()) {
                visited = null;
            }
        }
        next.forEach(key -> look(key).ifPresent(value -> action.accept(key, value)));
    }

    @Override
    public void flushCache() {
        beforeFlush.run();
        write();
        shrink();
    }

    /**
     * What is written is written once: Kafka Streams comes again after a write that failed, as while a broker is away, and
     * what has left the cache since would pass for removed.
     */
    private void write() {
        for (Iterator<Map.Entry<K, V>> left = changed.entrySet().iterator(); left.hasNext(); ) {
            Map.Entry<K, V> entry = left.next();
            write(entry.getKey(), entry.getValue());
            left.remove();
        }
    }

    private void write(K key, V value) {
        Bytes id = Bytes.wrap(keys.encode(key, writer));
        wrapped().put(id, value == null ? null : values.encode(value, writer));
        if (value != null && stays.test(key, value)) {
            atHand.put(key, value);
        } else {
            atHand.remove(key);
        }
    }

    private void shrink() {
        Iterator<V> oldest = atHand.values().iterator();
        for (int surplus = atHand.size() - cached; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void clearCache() {
        atHand.clear();
        changed.clear();
    }

    @Override
    public void close() {
        clearCache();
        beforeFlush = () -> {};
        super.close();
    }
}
