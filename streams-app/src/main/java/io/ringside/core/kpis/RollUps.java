package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;

/** Adds the queues and agents of one partition up to the scopes above them. Moments are epoch milliseconds. */
public final class RollUps {
    /** So many panes are said at once: a replay changes months of them, and what carries them has its largest size. */
    private static final int MOST_PANES = 100;

    private final Panes panes;
    private final Definitions definitions;
    private final WindowPlan plan;
    private final int part;
    private final Set<PaneKey> changed = new LinkedHashSet<>();
    private final Map<Scope, Live> said = new HashMap<>();
    /** Panes that were not kept at this moment are gone: what comes in for them now must not pass for all they held. */
    private long forgottenAsOf = Long.MIN_VALUE;

    /** Opens the roll-ups on what the store holds, all of which is said once more; so it must hold zero panes, too. */
    public RollUps(Panes panes, Definitions definitions, WindowPlan plan, int part) {
        this.panes = panes;
        this.definitions = definitions;
        this.plan = plan;
        this.part = part;
        panes.forEach((key, tally) -> changed.add(key));
    }

    /** Adds what was added to one of a queue's or an agent's finest panes. */
    public void add(PaneKey finest, Tally delta) {
        for (Scope above : definitions.rollUps(finest.scope())) {
            for (Grain grain : plan.grains()) {
                long start = grain.paneOf(finest.start(), definitions.zone(above));
                if (start >= keptSince(grain, forgottenAsOf)) {
                    PaneKey key = new PaneKey(above, part, grain, finest.attribution(), start);
                    panes.add(key, delta);
                    changed.add(key);
                }
            }
        }
    }

    /** States what has changed since the last time. */
    public void state(Ledger ledger, Consumer<Partial> out) {
        Map<Scope, List<Partial.Pane>> panesOf = new HashMap<>();
        for (PaneKey key : changed) {
            Tally tally = panes.get(key).orElseGet(Tally::new);
            panesOf.computeIfAbsent(key.scope(), scope -> new ArrayList<>()).add(new Partial.Pane(key, tally));
        }
        changed.clear();
        Map<Scope, Live> lives = lives(ledger);
        lives.forEach((scope, live) -> {
            if (!live.equals(said.put(scope, live)) || panesOf.containsKey(scope)) {
                remember(scope);
                say(scope, panesOf.getOrDefault(scope, List.of()), live, out);
            }
        });
        panesOf.keySet().removeAll(lives.keySet());
        panesOf.forEach((scope, ofScope) -> say(scope, ofScope, Live.NOTHING, out));
    }

    /** Keeps a pane of a scope of which something was said, so that after a restart all is said of it once more. */
    private void remember(Scope scope) {
        PaneKey total = new PaneKey(scope, part, Grain.TOTAL, Attribution.OUTCOME, 0);
        if (panes.get(total).isEmpty()) {
            panes.put(total, new Tally());
        }
    }

    private void say(Scope scope, List<Partial.Pane> ofScope, Live live, Consumer<Partial> out) {
        int from = 0;
        do {
            int to = Math.min(from + MOST_PANES, ofScope.size());
            out.accept(new Partial(scope, part, ofScope.subList(from, to), live));
            from = to;
        } while (from < ofScope.size());
    }

    private Map<Scope, Live> lives(Ledger ledger) {
        Map<Scope, Live> lives = new HashMap<>();
        for (Scope leaf : ledger.scopes()) {
            Live live = ledger.live(leaf);
            for (Scope above : definitions.rollUps(leaf)) {
                lives.merge(above, live, Live::plus);
            }
        }
        return lives;
    }

    /** Removes panes that no window needs any more. */
    public void forget(long asOf) {
        if (Math.floorDiv(asOf, Grain.QUARTER_HOUR.millis())
                == Math.floorDiv(forgottenAsOf, Grain.QUARTER_HOUR.millis())) {
            return;
        }
        forgottenAsOf = asOf;
        List<PaneKey> old = new ArrayList<>();
        panes.forEach((key, tally) -> {
            if (key.start() < keptSince(key.grain(), asOf)) {
                old.add(key);
            }
        });
        old.forEach(panes::remove);
    }

    /** Rolling panes are kept twice as long as here they are needed: the scopes above go by the slowest partition. */
    private long keptSince(Grain grain, long asOf) {
        boolean rolling = grain == Grain.TEN_SECONDS || grain == Grain.MINUTE;
        return asOf == Long.MIN_VALUE ? asOf : plan.keptSince(grain, rolling ? plan.keptSince(grain, asOf) : asOf);
    }
}
