package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledgers of several partitions, and the one above them that their parts travel to, as the topology joins them. */
final class Stages {
    private final Definitions definitions;
    private final WindowPlan plan;
    private final Part[] parts;
    final Side above;

    Stages(Definitions definitions, WindowPlan plan, int parts) {
        this.definitions = definitions;
        this.plan = plan;
        this.parts = new Part[parts];
        Arrays.setAll(this.parts, Part::new);
        this.above = new Side();
    }

    Part part(int part) {
        return parts[part];
    }

    /** The part that counts a queue or an agent. */
    Part partOf(Scope leaf) {
        return parts[Math.floorMod(leaf.key().hashCode(), parts.length)];
    }

    /** A ledger with its stores and its readers. */
    class Side {
        final Batches batches = new Batches(plan.finest().millis());
        MapStores stores = new MapStores();
        Ledger ledger;
        long asOf = Long.MIN_VALUE;

        /** What a reader of the compacted scorecard topic has. */
        final Map<String, WindowTally> open = new HashMap<>();

        /** What a reader of the history has, by scope, window, attribution and start. */
        final Map<String, WindowTally> closed = new HashMap<>();

        /** What was stated since the last look. */
        final List<WindowTally> stated = new ArrayList<>();

        Side() {
            start();
        }

        void start() {
            ledger = new Ledger(stores.asLedgerStores(), definitions, plan);
        }

        /** Stops as a commit leaves it, and starts anew. */
        void restart() {
            settle();
            stores = stores.copy();
            start();
        }

        void add(Posting posting) {
            batches.post(List.of(posting));
        }

        /** Hands on what was posted, as happens ahead of every beat and commit. */
        void settle() {
            batches.drain(ledger::add);
        }

        void advance(long until, boolean last) {
            settle();
            asOf = until;
            ledger.advance(until, last, scope -> {}, this::read);
        }

        private void read(WindowTally window) {
            WindowTally kept = new WindowTally(
                    window.scope(),
                    window.window(),
                    window.start(),
                    window.end(),
                    window.attribution(),
                    window.zone(),
                    window.asOf(),
                    window.revision(),
                    window.cause(),
                    window.live(),
                    window.books(),
                    window.open(),
                    window.before(),
                    window.tally().copy());
            stated.add(kept);
            String key = key(window.scope(), window.window(), window.attribution());
            if (window.revision() == 0) {
                open.put(key, kept);
            } else {
                WindowTally before = closed.put(key + "|" + window.start(), kept);
                int last = before == null ? 0 : before.revision();
                assertThat(window.revision()).as("revision of %s", key).isEqualTo(last + 1);
            }
        }

        List<WindowTally> takeStated() {
            List<WindowTally> taken = List.copyOf(stated);
            stated.clear();
            return taken;
        }
    }

    static String key(Scope scope, String window, Object attribution) {
        return scope.key() + "|" + window + "|" + attribution;
    }

    /** The queues and agents of one partition. */
    final class Part extends Side {
        private final int number;
        private RollUps rollUps;

        Part(int number) {
            this.number = number;
            join();
        }

        private void join() {
            rollUps = new RollUps(ledger, definitions, number);
        }

        @Override
        void settle() {
            batches.drain(batch -> {
                rollUps.add(batch);
                ledger.add(batch);
                rollUps.open(batch.scope(), ledger.live(batch.scope()));
            });
        }

        @Override
        void restart() {
            say();
            super.restart();
            join();
        }

        /** What is summed up travels ahead of every beat and commit. */
        private void say() {
            settle();
            rollUps.state(above.ledger::add);
        }

        /** Time comes to a moment here; above, it comes as far as the slowest part. */
        void beat(long until, boolean last) {
            advance(until, last);
            say();
            long slowest = Arrays.stream(Stages.this.parts)
                    .mapToLong(part -> part.asOf)
                    .min()
                    .orElseThrow();
            if (slowest > above.asOf) {
                above.advance(slowest, false);
            }
        }
    }
}
