package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

/**
 * What the postings of one scope add up to, by the pane of time that they fall into: since tallies form a group, a sum
 * does for all of them. A batch belongs to one thread.
 */
public final class Batch {
    /** So many panes travel at once. */
    static final int MOST_PANES = 100;

    private static final Attribution[] ATTRIBUTIONS = Attribution.values();

    private final Scope scope;
    private final Map<Pane, Tally> panes = new HashMap<>(4);
    private final Map<Stock, Long> stocks = new HashMap<>(2);

    /**
     * A place in time.
     *
     * @param start the pane's first moment, epoch milliseconds
     */
    public record Pane(Attribution attribution, long start) {}

    /**
     * What is open since a moment.
     *
     * @param since epoch milliseconds
     */
    public record Stock(Measure measure, long since) {}

    public Batch(Scope scope) {
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }

    /**
     * States a fact or takes it back.
     *
     * @param pane the length of the panes, in milliseconds
     */
    void post(Posting posting, long pane) {
        Fact fact = posting.fact();
        if (fact.measure().kind() == Measure.Kind.STOCK) {
            addStock(new Stock(fact.measure(), fact.happenedAt()), posting.sign());
            return;
        }
        for (Attribution attribution : ATTRIBUTIONS) {
            long start = Math.floorDiv(fact.at(attribution), pane) * pane;
            of(new Pane(attribution, start)).count(fact, posting.sign());
        }
    }

    private Tally of(Pane pane) {
        return panes.computeIfAbsent(pane, p -> new Tally());
    }

    /** Adds to a pane; the tally is not kept. */
    void add(Pane pane, Tally delta) {
        of(pane).add(delta);
    }

    /** Reads a stored pane; the tally becomes the batch's own. */
    public void put(Pane pane, Tally tally) {
        panes.put(pane, tally);
    }

    /** Adds to what is open since a moment. */
    public void addStock(Stock stock, long count) {
        stocks.merge(stock, count, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** The same in batches of so many panes at most: a replay changes months of them, and what carries them has its
     * largest size. */
    List<Batch> cut(int most) {
        if (panes.size() <= most) {
            return List.of(this);
        }
        List<Batch> cut = new ArrayList<>();
        Batch next = new Batch(scope);
        next.stocks.putAll(stocks);
        for (Map.Entry<Pane, Tally> pane : panes.entrySet()) {
            if (next.panes.size() == most) {
                cut.add(next);
                next = new Batch(scope);
            }
            next.panes.put(pane.getKey(), pane.getValue());
        }
        cut.add(next);
        return cut;
    }

    /** Whether all of it cancels out. */
    public boolean isZero() {
        return stocks.isEmpty() && panes.values().stream().allMatch(Tally::isZero);
    }

    public int countPanes() {
        return panes.size();
    }

    public int countStocks() {
        return stocks.size();
    }

    public void forEachPane(BiConsumer<Pane, Tally> action) {
        panes.forEach(action);
    }

    public void forEachStock(BiConsumer<Stock, Long> action) {
        stocks.forEach(action);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Batch other
                && scope.equals(other.scope)
                && panes.equals(other.panes)
                && stocks.equals(other.stocks);
    }

    @Override
    public int hashCode() {
        return 31 * scope.hashCode() + 31 * panes.hashCode() + stocks.hashCode();
    }

    @Override
    public String toString() {
        return scope + " " + panes + " " + stocks;
    }
}
