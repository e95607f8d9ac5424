package io.ringside.topology;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Ledger;
import io.ringside.core.kpis.PaneKey;
import io.ringside.core.kpis.RollUps;
import io.ringside.core.kpis.Tally;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.topology.KpiInput.Beat;
import io.ringside.topology.KpiInput.Part;
import io.ringside.topology.KpiInput.Postings;
import io.ringside.topology.state.WriteBehindStore;

/**
 * The second arrow: keeps the tallies of queues and agents from facts, and those of the scopes above them from parts.
 * Forwards window tallies and watermarks; for queues and agents, also the {@link KpiInput}s of the scopes above.
 */
final class ContactsToKpis implements Processor<String, KpiInput, String, Object> {
    /** The stage of queues and agents. */
    static final String KPIS = "kpis";

    /** The stage of all scopes above them. */
    static final String ROLLUPS = "rollups";

    static final String PARTS = "kpis-parts";

    private final String stage;
    private final Settings settings;
    private final Observer observer;
    private final Set<Scope> seen = new HashSet<>();
    private ProcessorContext<String, Object> context;
    private Beats beats;
    private Ledger ledger;
    private RollUps rollUps;
    private String owner;

    ContactsToKpis(String stage, Settings settings, Observer observer) {
        this.stage = stage;
        this.settings = settings;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        owner = stage + "/" + context.taskId().partition();
        beats = new Beats(context.getStateStore(LedgerStores.beats(stage)), settings.partitions());
        LedgerStores stores = LedgerStores.of(stage, context);
        ledger = new Ledger(
                stores.panes(), stores.stocks(), stores.closing(), settings.definitions(), settings.windows());
        stores.beforeFlush(ledger::settle);
        if (stage.equals(KPIS)) {
            feedRollUps();
        }
    }

    private void feedRollUps() {
        WriteBehindStore<PaneKey, Tally> parts = context.getStateStore(PARTS);
        rollUps = new RollUps(
                LedgerStores.panes(parts),
                settings.definitions(),
                settings.windows(),
                context.taskId().partition());
        ledger.onSettled(rollUps::add);
        parts.beforeFlush(ledger::settle);
    }

    @Override
    public void process(Record<String, KpiInput> input) {
        if (input.value() instanceof Postings postings) {
            postings.postings().forEach(ledger::post);
            report(postings.postings().get(0).fact().scope());
        } else if (input.value() instanceof Part part) {
            part.partial().panes().forEach(pane -> ledger.replace(pane.key(), pane.tally()));
            ledger.replace(
                    part.partial().scope(),
                    part.partial().part(),
                    part.partial().live());
        } else if (input.value() instanceof Beat beat) {
            beats.take(beat);
            advance(input.timestamp());
        }
    }

    private void report(Scope scope) {
        if (scope.kind() == Scope.Kind.QUEUE
                && seen.add(scope)
                && !settings.definitions().queue(scope).known()) {
            observer.unknownQueue(scope);
        }
    }

    private void advance(long timestamp) {
        boolean last = beats.isLast();
        long asOf = last ? beats.furthest() : beats.asOf();
        if (asOf == Long.MIN_VALUE || (asOf <= ledger.asOf() && !last)) {
            return;
        }
        ledger.advance(
                asOf,
                last,
                scope -> observer.scoreboard().showTotals(owner, scope, ledger.live(scope), ledger.totals(scope)),
                tally -> context.forward(new Record<>(tally.scope().key(), tally, timestamp)));
        if (rollUps != null) {
            rollUps.state(
                    ledger,
                    partial -> context.forward(new Record<>(partial.scope().key(), new Part(partial), timestamp)));
            rollUps.forget(asOf);
            for (int to = 0; to < settings.partitions(); to++) {
                context.forward(new Record<>("", new Beat(context.taskId().partition(), to, asOf, last), timestamp));
            }
        }
        observer.scoreboard().showWatermark(owner, Instant.ofEpochMilli(asOf));
        context.forward(new Record<>(owner, watermark(asOf), timestamp));
    }

    private Watermark watermark(long asOf) {
        return Watermark.newBuilder()
                .setStage(stage)
                .setPartition(context.taskId().partition())
                .setAsOf(Instant.ofEpochMilli(asOf))
                .setSaidAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
                .build();
    }

    @Override
    public void close() {
        observer.scoreboard().retire(owner);
    }
}
