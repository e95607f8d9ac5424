package io.ringside.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.core.agents.Agent;
import io.ringside.core.agents.StateChange;
import io.ringside.core.contacts.Contact;
import io.ringside.core.events.Event;
import io.ringside.core.events.RefusedException;
import io.ringside.core.facts.Cause;
import io.ringside.core.facts.Posting;
import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.topology.Deadlines.Due;
import io.ringside.topology.KpiInput.Beat;
import io.ringside.topology.KpiInput.Waiting;
import io.ringside.topology.state.ResidentStore;
import io.ringside.topology.state.WriteBehindStore;

/**
 * The first arrow: folds events into contacts, and states what they add to the counts. A contact is folded once for all
 * the events that came for it since the last beat or commit, and all the snapshots of its queue. Takes events as bytes,
 * and {@link KpiInput}s of snapshots; forwards {@link KpiInput}s, contact rows and dead letters.
 */
final class EventsToContacts implements Processor<Object, Object, String, Object> {
    static final String CONTACTS = "contacts";
    static final String DEADLINES = "deadlines";
    static final String AGENTS = "agents";
    static final String CLOCK = "clock";
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    private final Settings settings;
    private final InputTopics topics;
    private final Observer observer;
    private final EventReader reader;
    private ProcessorContext<String, Object> context;
    private Deadlines deadlines;
    private Settlement settlement;
    private AgentsOnQueue agents;
    private Forgetting forgetting;
    private HeldBeats beats;

    /** Where snapshots are read. */
    private Optional<Reconciliation> reconciliation = Optional.empty();

    private RecordMetadata latestRead;
    private Pace pace;
    private Admission admission;
    private Refusals refusals;
    private Consequences consequences;

    /** When the latest event happened. */
    private KeptMoment latest;

    /** How far time has come. */
    private KeptMoment time;

    /** Where a record stood. */
    private record Position(String topic, int partition, long offset) implements RecordMetadata {}

    EventsToContacts(Settings settings, InputTopics topics, Observer observer) {
        this.settings = settings;
        this.topics = topics;
        this.observer = observer;
        this.reader = new EventReader(settings);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        pace = new Pace(context);
        WriteBehindStore<String, Contact> contacts = context.getStateStore(CONTACTS);
        ResidentStore<Deadlines.Due, Boolean> due = context.getStateStore(DEADLINES);
        deadlines = new Deadlines(due);
        ResidentStore<String, Agent> known = context.getStateStore(AGENTS);
        agents = new AgentsOnQueue(known, settings.windows().finest().millis());
        reconciliation = settings.readsSnapshots()
                ? Optional.of(new Reconciliation(settings, observer, context, id -> settlement.find(id)))
                : Optional.empty();
        forgetting = new Forgetting(
                contacts, settings.contacts(), id -> reconciliation.ifPresent(reads -> reads.forget(id)));
        String heartbeats = Topics.HEARTBEATS.name(settings.topicPrefix());
        KeyValueStore<String, byte[]> held = context.getStateStore(CLOCK);
        beats = new HeldBeats(
                held, InputTopics.namesOfContacts(settings), bytes -> (Heartbeat) topics.decode(heartbeats, bytes));
        latest = new KeptMoment(held, "latest-event");
        time = new KeptMoment(held, "time");
        admission = new Admission(settings.input(), context::currentSystemTimeMs, latest);
        refusals = new Refusals(Way.DEAD_LETTERS, context, observer);
        consequences = new Consequences(settings, context, refusals);
        // A task that lost its state is begun anew with this very object: nothing of before may be left.
        settlement = new Settlement(settings, contacts, deadlines, reconciliation, consequences, time);
        latestRead = new Position(heartbeats, context.taskId().partition(), -1);
        context.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> passTime());
        Runnable settle = BeforeCommit.of(context, this::settleAndWrite);
        contacts.beforeFlush(settle);
        due.beforeFlush(settle);
        known.beforeFlush(settle);
        reconciliation.ifPresent(reads -> Reconciliation.beforeFlush(context, settle));
    }

    @Override
    public void process(Record<Object, Object> input) {
        consequences.at(input.timestamp());
        if (input.value() instanceof KpiInput said) {
            hear(said);
        } else {
            read(ofBytes(input));
        }
    }

    @SuppressWarnings("unchecked") // what is not said by us was read as bytes
    private static Record<byte[], byte[]> ofBytes(Record<?, ?> input) {
        return (Record<byte[], byte[]>) input;
    }

    private void read(Record<byte[], byte[]> input) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        latestRead = origin;
        take(input, origin);
        beats.read(origin.topic(), origin.offset(), context.currentSystemTimeMs());
        if (!beats.isEmpty()) {
            passTime();
        }
    }

    /** Takes in what all partitions are told of snapshots. */
    private void hear(KpiInput said) {
        if (said instanceof Waiting waiting) {
            settlement.settleUnless(waiting.replayed());
            reconciliation
                    .orElseThrow()
                    .take(
                            waiting.snapshot(),
                            (id, contact) -> settlement.concerns(id, contact, waiting.replayed(), latestRead));
        } else {
            reconciliation.orElseThrow().time().take((Beat) said);
            gather();
        }
    }

    private void take(Record<byte[], byte[]> input, RecordMetadata origin) {
        try {
            admission.checkSize(input.value());
            SpecificRecord record = topics.decode(origin.topic(), input.value());
            if (record instanceof Heartbeat heartbeat) {
                beats.take(heartbeat, input.value(), context.currentSystemTimeMs());
            } else if (record instanceof AgentEvent event) {
                take(event, input, origin);
            } else {
                take(reader.read(record), input, origin);
            }
        } catch (UndecodableRecordException e) {
            refusals.refuse(e.reason().label(), e.getMessage(), input, origin);
        } catch (RefusedException e) {
            refusals.refuse(e.refusal().reason().id(), e.refusal().detail(), input, origin);
        }
    }

    private void take(Incoming incoming, Record<byte[], byte[]> input, RecordMetadata origin) throws RefusedException {
        Event event = incoming.event();
        admission.checkKey(input.key(), "contact", incoming.contact());
        admission.checkTime(event.at());
        latest.reach(event.at());
        settlement.take(incoming.contact(), event, ReplayMark.isOn(input.headers()), origin);
    }

    private void take(AgentEvent event, Record<byte[], byte[]> input, RecordMetadata origin) throws RefusedException {
        StateChange change = reader.read(event);
        admission.checkKey(input.key(), "agent", event.getAgent());
        admission.checkTime(change.at());
        List<Posting> postings = agents.take(event.getAgent(), change, time.at());
        List<Posting> because = ReplayMark.isOn(input.headers()) ? Posting.because(Cause.REPLAY, postings) : postings;
        consequences.of(event.getAgent(), change.id(), because, origin, time.at());
    }

    /** Has time come to what the heartbeats say that nothing holds back any more. */
    private void passTime() {
        long wall = context.currentSystemTimeMs();
        for (Optional<Heartbeat> next = beats.release(wall); next.isPresent(); next = beats.release(wall)) {
            Heartbeat heartbeat = next.get();
            if (reconciliation.isPresent()) {
                reconciliation.get().time().take(heartbeat);
            } else {
                beat(heartbeat.getAt().toEpochMilli(), heartbeat.getLast());
            }
        }
        gather();
    }

    /** Has time come to what the snapshots of all partitions have come to. */
    private void gather() {
        reconciliation.flatMap(reads -> reads.time().next()).ifPresent(beat -> beat(beat.at(), beat.last()));
    }

    /** Time has come to a moment: wakes whom it concerns, and tells every partition downstream. */
    private void beat(long said, boolean last) {
        long wall = context.currentSystemTimeMs()
                + settings.input().futureTolerance().toMillis();
        long at = Math.min(said, wall);
        long ofSnapshots = reconciliation.map(Reconciliation::latest).orElse(Long.MIN_VALUE);
        long now = last ? Math.max(at, Math.max(latest.at(), ofSnapshots)) : at;
        if (!pace.takes(now, last)) {
            return;
        }
        settle();
        time.reach(now);
        for (Optional<Due> due = deadlines.take(now); due.isPresent(); due = deadlines.take(now)) {
            settlement.wake(due.get().contact(), latestRead);
        }
        consequences.ofTime(agents.timePasses(now, last));
        forgetting.goOn(now);
        reconciliation.ifPresent(known -> known.goOn(now));
        consequences.send();
        for (int to = 0; to < settings.partitions(); to++) {
            consequences.forward(new Beat(context.taskId().partition(), to, now, last));
        }
        pace.stated(now, last);
    }

    /** Works out what follows from the events since the last time, as far as time has come for all. */
    private void settle() {
        settlement.settle();
        settled();
    }

    private void settleAndWrite() {
        settlement.settleAndWrite();
        settled();
    }

    private void settled() {
        consequences.send();
        latest.keep();
        time.keep();
    }
}
