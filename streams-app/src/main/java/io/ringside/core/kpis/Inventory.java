package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Live.Stock;

/** What is open in a scope, by measure, since when and by part. */
final class Inventory {
    private final Map<Measure, TreeMap<Long, Map<Integer, Long>>> open = new EnumMap<>(Measure.class);

    /** Sets how many of a part are open since a moment. */
    void set(Stocks.Key key, long count) {
        TreeMap<Long, Map<Integer, Long>> ofMeasure = open.computeIfAbsent(key.measure(), m -> new TreeMap<>());
        Map<Integer, Long> since = ofMeasure.computeIfAbsent(key.since(), s -> new HashMap<>(2));
        if (count == 0) {
            since.remove(key.part());
        } else {
            since.put(key.part(), count);
        }
        if (since.isEmpty()) {
            ofMeasure.remove(key.since());
        }
    }

    long count(Stocks.Key key) {
        TreeMap<Long, Map<Integer, Long>> ofMeasure = open.get(key.measure());
        Map<Integer, Long> since = ofMeasure == null ? null : ofMeasure.get(key.since());
        return since == null ? 0 : since.getOrDefault(key.part(), 0L);
    }

    /** The entries of one part, to be replaced. */
    List<Stocks.Key> keys(Scope scope, int part) {
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
