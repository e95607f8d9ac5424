package io.ringside.topology;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.ringside.core.kpis.Closing;
import io.ringside.core.kpis.Grain;
import io.ringside.core.kpis.PaneKey;
import io.ringside.core.kpis.Panes;
import io.ringside.core.kpis.Stocks;
import io.ringside.core.kpis.Tally;
import io.ringside.topology.state.TallyCodec;
import io.ringside.topology.state.WriteBehindStore;
import io.ringside.topology.state.WriteBehindStoreBuilder;

/** The stores that a stage's ledger rests on, named after the stage. */
final class LedgerStores {
    private static final int CACHED = 20_000;

    private final WriteBehindStore<PaneKey, Tally> recent;
    private final WriteBehindStore<PaneKey, Tally> kept;
    private final WriteBehindStore<Stocks.Key, Long> stocks;
    private final KeyValueStore<String, Long> closing;

    private LedgerStores(String stage, ProcessorContext<?, ?> context) {
        recent = context.getStateStore(stage + "-recent-panes");
        kept = context.getStateStore(stage + "-kept-panes");
        stocks = context.getStateStore(stage + "-stocks");
        closing = context.getStateStore(stage + "-closing");
    }

    static List<StoreBuilder<? extends StateStore>> builders(String stage) {
        return List.of(
                panesInMemory(stage + "-recent-panes"),
                WriteBehindStoreBuilder.onDisk(stage + "-kept-panes", TallyCodec.PANE_KEYS, TallyCodec.TALLIES, CACHED),
                WriteBehindStoreBuilder.inMemory(stage + "-stocks", TallyCodec.STOCK_KEYS, TallyCodec.COUNTS, CACHED),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(stage + "-closing"), Serdes.String(), Serdes.Long()));
    }

    /** Where a stage keeps what it has heard of time. */
    static String beats(String stage) {
        return stage + "-beats";
    }

    static StoreBuilder<? extends StateStore> beatsBuilder(String stage) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(beats(stage)), Serdes.Integer(), KpiInput.CODEC.serde());
    }

    static WriteBehindStoreBuilder<PaneKey, Tally> panesInMemory(String name) {
        return WriteBehindStoreBuilder.inMemory(name, TallyCodec.PANE_KEYS, TallyCodec.TALLIES, CACHED);
    }

    static LedgerStores of(String stage, ProcessorContext<?, ?> context) {
        return new LedgerStores(stage, context);
    }

    /** Has something done before any of the stores is written. */
    void beforeFlush(Runnable action) {
        recent.beforeFlush(action);
        kept.beforeFlush(action);
        stocks.beforeFlush(action);
    }

    /** Panes of rolling windows in memory, the others on disk. */
    Panes panes() {
        return new Panes() {
            @Override
            public Optional<Tally> get(PaneKey key) {
                return storeOf(key).get(key);
            }

            @Override
            public void put(PaneKey key, Tally tally) {
                if (tally.isZero()) {
                    storeOf(key).remove(key);
                } else {
                    storeOf(key).put(key, tally);
                }
            }

            @Override
            public void remove(PaneKey key) {
                storeOf(key).remove(key);
            }

            @Override
            public void forEach(BiConsumer<PaneKey, Tally> action) {
                recent.forEach(action);
                kept.forEach(action);
            }
        };
    }

    private WriteBehindStore<PaneKey, Tally> storeOf(PaneKey key) {
        return key.grain() == Grain.TEN_SECONDS || key.grain() == Grain.MINUTE ? recent : kept;
    }

    /** All panes in one store; zero ones too, since what was said of them before is to be unsaid after a restart. */
    static Panes panes(WriteBehindStore<PaneKey, Tally> store) {
        return new Panes() {
            @Override
            public Optional<Tally> get(PaneKey key) {
                return store.get(key);
            }

            @Override
            public void put(PaneKey key, Tally tally) {
                store.put(key, tally);
            }

            @Override
            public void remove(PaneKey key) {
                store.remove(key);
            }

            @Override
            public void forEach(BiConsumer<PaneKey, Tally> action) {
                store.forEach(action);
            }
        };
    }

    Stocks stocks() {
        return new Stocks() {
            @Override
            public void put(Key key, long count) {
                if (count == 0) {
                    stocks.remove(key);
                } else {
                    stocks.put(key, count);
                }
            }

            @Override
            public void forEach(ObjLongConsumer<Key> action) {
                stocks.forEach(action::accept);
            }
        };
    }

    Closing.Memory closing() {
        return new ClosingStore(closing);
    }
}
