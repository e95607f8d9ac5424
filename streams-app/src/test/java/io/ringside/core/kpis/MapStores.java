package io.ringside.core.kpis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;

import io.ringside.core.definitions.Scope;

/** What a ledger rests on, in maps. A copy is what a restart finds. */
final class MapStores implements Accounts, Stocks, Closing.Memory {
    final MapPages recent = new MapPages();
    final MapPages kept = new MapPages();
    private final Map<Scope, Account> accounts = new HashMap<>();
    private final Map<Stocks.Key, Long> stocks = new HashMap<>();
    private final Map<Closing.Closed, Integer> revisions = new HashMap<>();
    private final Map<Closing.Closed, Restatement> due = new LinkedHashMap<>();
    private Optional<Long> closedUntil = Optional.empty();
    private Optional<Long> periods = Optional.empty();

    /** Pages in a map. */
    static final class MapPages implements Pages {
        final Map<PageKey, Page> pages = new HashMap<>();

        @Override
        public Optional<Page> get(PageKey key) {
            return Optional.ofNullable(pages.get(key));
        }

        @Override
        public void put(PageKey key, Page page) {
            pages.put(key, page);
        }

        @Override
        public void remove(PageKey key) {
            pages.remove(key);
        }

        @Override
        public void forEach(BiConsumer<PageKey, Page> action) {
            pages.forEach(action);
        }

        private void copyTo(MapPages copy) {
            pages.forEach((key, page) -> copy.pages.put(key, copyOf(page)));
        }

        private static Page copyOf(Page page) {
            short[] codes = new short[page.size()];
            PackedTally[] tallies = new PackedTally[page.size()];
            for (int i = 0; i < page.size(); i++) {
                codes[i] = (short) page.codeAt(i);
                tallies[i] = page.tallyAt(i);
            }
            return Page.ofSlots(codes, tallies, page.level());
        }
    }

    Ledger.Stores asLedgerStores() {
        return new Ledger.Stores(recent, kept, this, this, this);
    }

    MapStores copy() {
        MapStores copy = new MapStores();
        recent.copyTo(copy.recent);
        kept.copyTo(copy.kept);
        accounts.forEach((scope, account) -> copy.accounts.put(
                scope,
                new Account(
                        account.firstSeen(),
                        account.lastSeen(),
                        account.closedFrom(),
                        account.settled().copy())));
        copy.stocks.putAll(stocks);
        copy.revisions.putAll(revisions);
        copy.due.putAll(due);
        copy.closedUntil = closedUntil;
        copy.periods = periods;
        return copy;
    }

    @Override
    public void put(Scope scope, Account account) {
        accounts.put(scope, account);
    }

    @Override
    public void forEach(BiConsumer<Scope, Account> action) {
        accounts.forEach(action);
    }

    @Override
    public void put(Stocks.Key key, long count) {
        if (count == 0) {
            stocks.remove(key);
        } else {
            stocks.put(key, count);
        }
    }

    @Override
    public void forEach(ObjLongConsumer<Stocks.Key> action) {
        stocks.forEach(action::accept);
    }

    @Override
    public Optional<Long> closedUntil() {
        return closedUntil;
    }

    @Override
    public void closedUntil(long moment) {
        closedUntil = Optional.of(moment);
    }

    @Override
    public Optional<Long> periods() {
        return periods;
    }

    @Override
    public void periods(long plan) {
        periods = Optional.of(plan);
    }

    @Override
    public OptionalInt revision(Closing.Closed window) {
        Integer revision = revisions.get(window);
        return revision == null ? OptionalInt.empty() : OptionalInt.of(revision);
    }

    @Override
    public void revision(Closing.Closed window, int revision) {
        revisions.put(window, revision);
    }

    @Override
    public void due(Closing.Closed window, Restatement restatement) {
        due.put(window, restatement);
    }

    @Override
    public void done(Closing.Closed window) {
        due.remove(window);
    }

    @Override
    public Map<Closing.Closed, Restatement> due() {
        return due;
    }

    @Override
    public void forget(Closing.Closed window) {
        revisions.remove(window);
    }

    /** How many windows have more than their first revision remembered. */
    int remembered() {
        return revisions.size();
    }
}
