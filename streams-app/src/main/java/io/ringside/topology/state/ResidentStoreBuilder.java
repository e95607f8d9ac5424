package io.ringside.topology.state;

import java.util.Map;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds {@link ResidentStore}s with their changelogs. */
public final class ResidentStoreBuilder<K, V> implements StoreBuilder<ResidentStore<K, V>> {
    private final String name;
    private final Codec<K> keys;
    private final Codec<V> values;

    public ResidentStoreBuilder(String name, Codec<K> keys, Codec<V> values) {
        this.name = name;
        this.keys = keys;
        this.values = values;
    }

    @Override
    public ResidentStore<K, V> build() {
        Restored restored = new Restored(name);
        return new ResidentStore<>(changelogOf(restored).build(), restored, keys, values);
    }

    private StoreBuilder<KeyValueStore<Bytes, byte[]>> changelogOf(Restored restored) {
        KeyValueBytesStoreSupplier supplier = new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return restored;
            }

            @Override
            public String metricsScope() {
                return "resident";
            }
        };
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    @Override
    public StoreBuilder<ResidentStore<K, V>> withCachingEnabled() {
        throw new UnsupportedOperationException("a resident store is its own cache");
    }

    @Override
    public StoreBuilder<ResidentStore<K, V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<ResidentStore<K, V>> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException("the changelog of a resident store is as it is");
    }

    @Override
    public StoreBuilder<ResidentStore<K, V>> withLoggingDisabled() {
        throw new UnsupportedOperationException("a resident store is nowhere but in memory and in its changelog");
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }
}
