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

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Accounts;
import io.ringside.core.kpis.Grain;
import io.ringside.core.kpis.Ledger;
import io.ringside.core.kpis.Page;
import io.ringside.core.kpis.PageKey;
import io.ringside.core.kpis.Pages;
import io.ringside.core.kpis.Stocks;
import io.ringside.topology.state.Codec;
import io.ringside.topology.state.ObjectStore;
import io.ringside.topology.state.PageCodec;
import io.ringside.topology.state.ResidentStoreBuilder;
import io.ringside.topology.state.TallyCodec;
import io.ringside.topology.state.WriteBehindStoreBuilder;

/** The stores that a stage's ledger rests on, named after the stage. */
final class LedgerStores {
    private static final int CACHED = 5_000;
    private static final String RECENT = "-recent-pages";
    private static final String KEPT = "-kept-pages";
    private static final String ACCOUNTS = "-accounts";
    private static final String STOCKS = "-stocks";
    private static final String CLOSING = "-closing";
    private static final String RESTATEMENTS = "-restatements";
    private static final Codec<Scope> SCOPES =
            Codec.ofKey((scope, out) -> out.writeString(scope.key()), in -> Scope.parse(in.readString()));

    private LedgerStores() {}

    static List<StoreBuilder<? extends StateStore>> builders(String stage) {
        return List.of(
                new ResidentStoreBuilder<>(stage + RECENT, PageCodec.KEYS, PageCodec.PAGES),
                // A quarter of an hour was closed long before it is folded: only what comes late asks for it again.
                WriteBehindStoreBuilder.onDisk(stage + KEPT, PageCodec.KEYS, PageCodec.PAGES, CACHED)
                        .staying((key, page) -> key.grain() != Grain.QUARTER_HOUR),
                new ResidentStoreBuilder<>(stage + ACCOUNTS, SCOPES, PageCodec.ACCOUNTS),
                new ResidentStoreBuilder<>(stage + STOCKS, TallyCodec.STOCK_KEYS, TallyCodec.COUNTS),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(stage + CLOSING), Serdes.String(), Serdes.Long()),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(stage + RESTATEMENTS), Serdes.String(), Serdes.ByteArray()));
    }

    /** Where a stage keeps what it has heard of time. */
    static String beats(String stage) {
        return stage + "-beats";
    }

    static StoreBuilder<? extends StateStore> beatsBuilder(String stage) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(beats(stage)), Serdes.Integer(), KpiInput.CODEC.serde());
    }

    /** A stage's stores, as its ledger sees them. */
    static Ledger.Stores of(String stage, ProcessorContext<?, ?> context) {
        KeyValueStore<String, Long> closing = context.getStateStore(stage + CLOSING);
        KeyValueStore<String, byte[]> restatements = context.getStateStore(stage + RESTATEMENTS);
        return new Ledger.Stores(
                pages(context.getStateStore(stage + RECENT)),
                pages(context.getStateStore(stage + KEPT)),
                accounts(context.getStateStore(stage + ACCOUNTS)),
                stocks(context.getStateStore(stage + STOCKS)),
                new ClosingStore(closing, restatements));
    }

    /** Has something done before any of a stage's stores is written. */
    static void beforeFlush(String stage, ProcessorContext<?, ?> context, Runnable action) {
        for (String name : List.of(stage + RECENT, stage + KEPT, stage + ACCOUNTS, stage + STOCKS)) {
            ObjectStore<?, ?> store = context.getStateStore(name);
            store.beforeFlush(action);
        }
    }

    private static Pages pages(ObjectStore<PageKey, Page> store) {
        return new Pages() {
            @Override
            public Optional<Page> get(PageKey key) {
                return store.get(key);
            }

            @Override
            public void put(PageKey key, Page page) {
                store.put(key, page);
            }

            @Override
            public void remove(PageKey key) {
                store.remove(key);
            }

            @Override
            public void forEach(BiConsumer<PageKey, Page> action) {
                store.forEach(action);
            }
        };
    }

    private static Accounts accounts(ObjectStore<Scope, Accounts.Account> store) {
        return new Accounts() {
            @Override
            public void put(Scope scope, Account account) {
                store.put(scope, account);
            }

            @Override
            public void forEach(BiConsumer<Scope, Account> action) {
                store.forEach(action);
            }
        };
    }

    private static Stocks stocks(ObjectStore<Stocks.Key, Long> store) {
        return new Stocks() {
            @Override
            public void put(Key key, long count) {
                if (count == 0) {
                    store.remove(key);
                } else {
                    store.put(key, count);
                }
            }

            @Override
            public void forEach(ObjLongConsumer<Key> action) {
                store.forEach(action::accept);
            }
        };
    }
}
