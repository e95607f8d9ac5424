package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Batch;
import io.ringside.core.kpis.Ledger;
import io.ringside.core.kpis.Partial;
import io.ringside.core.kpis.RollUps;
import io.ringside.core.scorecards.Scoreboard;
import io.ringside.core.scorecards.Scorecards;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.topology.KpiInput.Beat;
import io.ringside.topology.KpiInput.Facts;
import io.ringside.topology.KpiInput.Parts;

/**
 * The second arrow: keeps the tallies of queues and agents from facts, and those of the scopes above them from parts.
 * Forwards window tallies, watermarks and word of commits; for queues and agents, also the {@link KpiInput}s of the scopes above.
 */
final class ContactsToKpis implements Processor<String, KpiInput, String, Object> {
    /** The stage of queues and agents. */
    static final String KPIS = "kpis";

    /** The stage of all scopes above them. */
    static final String ROLLUPS = "rollups";

    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    private final String stage;
    private final Way<Object> score;
    private final Settings settings;
    private final Observer observer;
    private final Set<Scope> seen = new HashSet<>();
    private ProcessorContext<String, Object> context;
    private Beats beats;
    private Ledger ledger;
    private Pace pace;
    private Parcels<Partial> parcels;
    private RollUps rollUps;
    private String owner;
    private Draft draft;
    private boolean written;
    private long timestamp;

    ContactsToKpis(String stage, Settings settings, Observer observer) {
        this.stage = stage;
        this.score = Way.score(stage);
        this.settings = settings;
        this.observer = observer;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        pace = new Pace(context);
        parcels = new Parcels<>(
                settings.partitions(), Parts::new, parcel -> Way.PARTS.send(context, "", parcel, timestamp));
        owner = stage + "/" + context.taskId().partition();
        beats = new Beats(context.getStateStore(LedgerStores.beats(stage)), settings.partitions());
        ledger = new Ledger(LedgerStores.of(stage, context), settings.definitions(), settings.windows());
        if (stage.equals(KPIS)) {
            rollUps =
                    new RollUps(ledger, settings.definitions(), context.taskId().partition());
        }
        LedgerStores.beforeFlush(stage, context, BeforeCommit.of(context, this::beforeCommit));
        written = false;
        draft = new Draft(observer.scoreboard(), owner);
        hydrate();
        context.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> afterCommit());
    }

    /** What was restored was committed: it is shown before the first record comes. */
    private void hydrate() {
        long asOf = asOf();
        if (asOf == Long.MIN_VALUE) {
            return;
        }
        Scoreboard scoreboard = observer.scoreboard();
        Scorecards scorecards = new Scorecards(settings.definitions());
        ledger.show(asOf, this::showTotals, tally -> {
            if (scoreboard.shows(tally.scope())) {
                draft.show(scorecards.of(tally));
            }
        });
        draft.showWatermark(Instant.ofEpochMilli(asOf));
        draft.shown();
    }

    private void beforeCommit() {
        if (rollUps != null) {
            sayRollUps();
        }
        written = true;
    }

    /** The thread that commits is the one that processes: what it wrote before is committed when it comes here again. */
    private void afterCommit() {
        if (written) {
            written = false;
            draft.shown();
            score.send(context, "", Committed.ALL_BEFORE, timestamp);
        }
    }

    @Override
    public void process(Record<String, KpiInput> input) {
        timestamp = Math.max(timestamp, input.timestamp());
        afterCommit();
        if (input.value() instanceof Facts facts) {
            facts.batches().forEach(this::take);
        } else if (input.value() instanceof Parts parts) {
            parts.partials().forEach(ledger::add);
        } else if (input.value() instanceof Beat beat) {
            beats.take(beat);
            advance();
        }
    }

    private void take(Batch batch) {
        rollUps.add(batch);
        ledger.add(batch);
        if (!batch.stocks().isEmpty()) {
            rollUps.open(batch.scope(), ledger.live(batch.scope()));
        }
        report(batch.scope());
    }

    private void sayRollUps() {
        rollUps.state(partial -> parcels.add(
                partial.counts().scope(), partial, partial.counts().panes().size()));
        parcels.send();
    }

    private void report(Scope scope) {
        if (scope.kind() == Scope.Kind.QUEUE
                && seen.add(scope)
                && !settings.definitions().queue(scope, ledger.asOf()).known()) {
            observer.unknownQueue(scope);
        }
    }

    private long asOf() {
        return beats.isLast() ? beats.furthest() : beats.asOf();
    }

    private void advance() {
        boolean last = beats.isLast();
        long asOf = asOf();
        if (asOf == Long.MIN_VALUE || (asOf <= ledger.asOf() && !last)) {
            return;
        }
        ledger.advance(
                asOf,
                last,
                this::showTotals,
                tally -> score.send(context, tally.scope().key(), tally, timestamp));
        if (rollUps != null) {
            sayRollUps();
            for (int to = 0; to < settings.partitions(); to++) {
                Way.PARTS.send(context, "", new Beat(context.taskId().partition(), to, asOf, last), timestamp);
            }
        }
        draft.showWatermark(Instant.ofEpochMilli(asOf));
        score.send(context, owner, watermark(asOf), timestamp);
        pace.stated(asOf, last);
    }

    private void showTotals(Scope scope) {
        if (observer.scoreboard().shows(scope)) {
            draft.showTotals(scope, ledger.live(scope), ledger.totals(scope));
        }
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
