package io.ringside.topology.state;

import java.util.Map;
import java.util.function.BiPredicate;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds {@link WriteBehindStore}s over a changelogged store of bytes. */
public final class WriteBehindStoreBuilder<K, V> implements StoreBuilder<WriteBehindStore<K, V>> {
    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> inner;
    private final Codec<K> keys;
    private final Codec<V> values;
    private final int cached;
    private BiPredicate<K, V> stays = (key, value) -> true;

    private WriteBehindStoreBuilder(KeyValueBytesStoreSupplier supplier, Codec<K> keys, Codec<V> values, int cached) {
        this.inner = Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
        this.keys = keys;
        this.values = values;
        this.cached = cached;
    }

    /**
     * A store in memory.
     *
     * @param cached how many objects stay decoded between commits
     */
    public static <K, V> WriteBehindStoreBuilder<K, V> inMemory(
            String name, Codec<K> keys, Codec<V> values, int cached) {
        return new WriteBehindStoreBuilder<>(Stores.inMemoryKeyValueStore(name), keys, values, cached);
    }

    /** A store on disk, for what may outgrow memory. */
    public static <K, V> WriteBehindStoreBuilder<K, V> onDisk(String name, Codec<K> keys, Codec<V> values, int cached) {
        return new WriteBehindStoreBuilder<>(Stores.persistentKeyValueStore(name), keys, values, cached);
    }

    /** Says of an object whether it stays at hand once it is written; others are not expected to be asked for again. */
    public WriteBehindStoreBuilder<K, V> staying(BiPredicate<K, V> stays) {
        this.stays = stays;
        return this;
    }

    @Override
    public WriteBehindStore<K, V> build() {
        return new WriteBehindStore<>(inner.build(), keys, values, cached, stays);
    }

    @Override
    public StoreBuilder<WriteBehindStore<K, V>> withCachingEnabled() {
        throw new UnsupportedOperationException("a write-behind store is its own cache");
    }

    @Override
    public StoreBuilder<WriteBehindStore<K, V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<WriteBehindStore<K, V>> withLoggingEnabled(Map<String, String> config) {
        inner.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<WriteBehindStore<K, V>> withLoggingDisabled() {
        inner.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return inner.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return inner.loggingEnabled();
    }

    @Override
    public String name() {
        return inner.name();
    }
}
