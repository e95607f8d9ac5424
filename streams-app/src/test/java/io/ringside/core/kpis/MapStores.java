package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;

/** What a ledger rests on, in maps. A copy is what a restart finds. */
final class MapStores implements Panes, Stocks, Closing.Memory {
    final Map<PaneKey, Tally> panes = new HashMap<>();
    private final Map<Stocks.Key, Long> stocks = new HashMap<>();
    private final Map<Closing.Closed, Integer> revisions = new HashMap<>();
    private final Set<Closing.Closed> due = new HashSet<>();
    private Optional<Long> closedUntil = Optional.empty();
    private final boolean keepsZero;

    MapStores(boolean keepsZero) {
        this.keepsZero = keepsZero;
    }

    MapStores copy() {
        MapStores copy = new MapStores(keepsZero);
        panes.forEach((key, tally) -> copy.panes.put(key, tally.copy()));
        copy.stocks.putAll(stocks);
        copy.revisions.putAll(revisions);
        copy.due.addAll(due);
        copy.closedUntil = closedUntil;
        return copy;
    }

    @Override
    public Optional<Tally> get(PaneKey key) {
        return Optional.ofNullable(panes.get(key));
    }

    @Override
    public void put(PaneKey key, Tally tally) {
        if (tally.isZero() && !keepsZero) {
            panes.remove(key);
        } else {
            panes.put(key, tally);
        }
    }

    @Override
    public void remove(PaneKey key) {
        panes.remove(key);
    }

    @Override
    public void forEach(BiConsumer<PaneKey, Tally> action) {
        panes.forEach(action);
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
    public int revision(Closing.Closed window) {
        return revisions.getOrDefault(window, 1);
    }

    @Override
    public void revision(Closing.Closed window, int revision) {
        revisions.put(window, revision);
    }

    @Override
    public void due(Closing.Closed window, boolean isDue) {
        if (isDue) {
            due.add(window);
        } else {
            due.remove(window);
        }
    }

    @Override
    public List<Closing.Closed> due() {
        return new ArrayList<>(due);
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
