package io.ringside.topology.state;

import java.util.Optional;
import java.util.function.BiConsumer;

import org.apache.kafka.streams.processor.StateStore;

/** A store of live objects, written when Kafka Streams flushes caches before a commit. */
public interface ObjectStore<K, V> extends StateStore {

    /** The stored object itself; put it again after changing it. */
    Optional<V> get(K key);

    void put(K key, V value);

    void remove(K key);

    /** Visits everything stored. */
    void forEach(BiConsumer<K, V> action);

    /** Has something done each time before the store is written, for example what is pending added. */
    void beforeFlush(Runnable action);
}
