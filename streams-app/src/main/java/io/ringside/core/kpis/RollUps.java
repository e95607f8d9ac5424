package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;

/**
 * Adds the queues and agents of one partition up to the scopes above them. Counts travel as differences, once, as facts
 * do; what is open travels as it is. What is here is to be said before it is committed that it was taken in.
 */
public final class RollUps {
    private final Definitions definitions;
    private final int part;
    private final Map<Scope, List<Scope>> aboves = new HashMap<>();
    private final Map<Scope, GrowingBatch> unsaid = new LinkedHashMap<>();

    /** What is open in the queues below a scope. */
    private final Map<Scope, Map<Scope, Live>> open = new HashMap<>();

    private final Set<Scope> changed = new LinkedHashSet<>();

    /** Opens the roll-ups on what the ledger holds: what is open is said once more. */
    public RollUps(Ledger ledger, Definitions definitions, int part) {
        this.definitions = definitions;
        this.part = part;
        ledger.scopes().forEach(leaf -> {
            above(leaf).forEach(changed::add);
            open(leaf, ledger.live(leaf));
        });
    }

    /** Adds what was counted in a queue or for an agent, each pane unpacked once for all scopes above. */
    public void add(Batch batch) {
        List<Scope> above = above(batch.scope());
        if (above.isEmpty()) {
            return;
        }
        List<GrowingBatch> sums = new ArrayList<>(above.size());
        above.forEach(scope -> sums.add(unsaid.computeIfAbsent(scope, GrowingBatch::new)));
        for (Batch.Pane pane : batch.panes()) {
            Tally tally = pane.tally().unpack();
            sums.forEach(sum -> sum.add(pane, tally));
        }
        for (Batch.Level level : batch.levels()) {
            sums.forEach(sum -> sum.add(level));
        }
    }

    /** Notes what is open now in a queue. */
    public void open(Scope leaf, Live live) {
        for (Scope above : above(leaf)) {
            Map<Scope, Live> below = open.computeIfAbsent(above, scope -> new HashMap<>());
            Live before = live.equals(Live.NOTHING) ? below.remove(leaf) : below.put(leaf, live);
            if (!live.equals(before == null ? Live.NOTHING : before)) {
                changed.add(above);
            }
        }
    }

    /** States what has changed since the last time. */
    public void state(Consumer<Partial> out) {
        changed.addAll(unsaid.keySet());
        for (Scope scope : changed) {
            Live live = live(scope);
            for (Batch counts :
                    unsaid.getOrDefault(scope, new GrowingBatch(scope)).grown().cut(Batch.MOST_PANES)) {
                out.accept(new Partial(part, counts, live));
            }
        }
        unsaid.clear();
        changed.clear();
    }

    private Live live(Scope scope) {
        return open.getOrDefault(scope, Map.of()).values().stream().reduce(Live.NOTHING, Live::plus);
    }

    private List<Scope> above(Scope leaf) {
        return aboves.computeIfAbsent(leaf, definitions::rollUps);
    }
}
