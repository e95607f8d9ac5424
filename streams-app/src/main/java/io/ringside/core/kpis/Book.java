package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Live.Stock;
import io.ringside.core.kpis.WindowPlan.Rolling;

/** What a ledger keeps at hand of one scope: the totals of its rolling windows, and what is open now. */
final class Book {
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();

    final Scope scope;
    final LocalTime time;

    /** The parts that the scope's figures are made of. */
    final Set<Integer> parts = new TreeSet<>();

    /** The first moment that anything was counted at. */
    long firstSeen = Long.MAX_VALUE;

    boolean changed;
    private final Map<Rolling, Map<Attribution, Tally>> totals = new HashMap<>();
    private final Map<Rolling, Long> starts = new HashMap<>();
    private final Map<Rolling, Long> ends = new HashMap<>();
    private final Map<Grain, Map<Attribution, NavigableSet<Long>>> known = new EnumMap<>(Grain.class);
    private final Map<Measure, TreeMap<Long, Map<Integer, Long>>> open = new EnumMap<>(Measure.class);

    Book(Scope scope, LocalTime time, List<Rolling> windows) {
        this.scope = scope;
        this.time = time;
        for (Rolling window : windows) {
            totals.put(window, perAttribution(Tally::new));
            known.computeIfAbsent(window.grain(), grain -> perAttribution(TreeSet::new));
        }
    }

    private static <T> Map<Attribution, T> perAttribution(Supplier<T> make) {
        Map<Attribution, T> map = new EnumMap<>(Attribution.class);
        for (Attribution attribution : ATTRIBUTIONS) {
            map.put(attribution, make.get());
        }
        return map;
    }

    Tally total(Rolling window, Attribution attribution) {
        return totals.get(window).get(attribution);
    }

    /** The first moment in the total of a window; before time has come to anything, none is. */
    long start(Rolling window) {
        return starts.getOrDefault(window, Long.MIN_VALUE);
    }

    /** The first moment after the total of a window. */
    long end(Rolling window) {
        return ends.getOrDefault(window, Long.MIN_VALUE);
    }

    void move(Rolling window, long start, long end) {
        starts.put(window, start);
        ends.put(window, end);
    }

    /** Whether the pane that starts at a moment is in the total of a window. */
    boolean holds(Rolling window, long pane) {
        return pane >= start(window) && pane < end(window);
    }

    /** The starts of the panes that rolling windows are made of; null where the grain is not one of theirs. */
    NavigableSet<Long> starts(Grain grain, Attribution attribution) {
        Map<Attribution, NavigableSet<Long>> ofGrain = known.get(grain);
        return ofGrain == null ? null : ofGrain.get(attribution);
    }

    /** Sets how many of a part are open since a moment; returns the number before. */
    long setOpen(Stocks.Key key, long count) {
        TreeMap<Long, Map<Integer, Long>> ofMeasure = open.computeIfAbsent(key.measure(), m -> new TreeMap<>());
        Map<Integer, Long> since = ofMeasure.computeIfAbsent(key.since(), s -> new HashMap<>(2));
        Long before = count == 0 ? since.remove(key.part()) : since.put(key.part(), count);
        if (since.isEmpty()) {
            ofMeasure.remove(key.since());
        }
        return before == null ? 0 : before;
    }

    long countOpen(Stocks.Key key) {
        TreeMap<Long, Map<Integer, Long>> ofMeasure = open.get(key.measure());
        Map<Integer, Long> since = ofMeasure == null ? null : ofMeasure.get(key.since());
        return since == null ? 0 : since.getOrDefault(key.part(), 0L);
    }

    /** The entries of one part that are open, to be replaced. */
    List<Stocks.Key> openKeys(int part) {
        List<Stocks.Key> keys = new ArrayList<>();
        open.forEach((measure, ofMeasure) -> ofMeasure.forEach((since, counts) -> {
            if (counts.containsKey(part)) {
                keys.add(new Stocks.Key(scope, part, measure, since));
            }
        }));
        return keys;
    }

    Live live() {
        return new Live(stock(Measure.WAITING), stock(Measure.UNANSWERED), stock(Measure.BACKLOG));
    }

    private Stock stock(Measure measure) {
        TreeMap<Long, Map<Integer, Long>> ofMeasure = open.get(measure);
        if (ofMeasure == null || ofMeasure.isEmpty()) {
            return Stock.EMPTY;
        }
        long count = 0;
        for (Map<Integer, Long> since : ofMeasure.values()) {
            for (long part : since.values()) {
                count += part;
            }
        }
        return count <= 0 ? Stock.EMPTY : new Stock(count, OptionalLong.of(ofMeasure.firstKey()));
    }

    boolean hasWaiting() {
        TreeMap<Long, Map<Integer, Long>> waiting = open.get(Measure.WAITING);
        return waiting != null && !waiting.isEmpty();
    }
}
