package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.core.agents.StateChange;
import io.ringside.core.contacts.Contact;
import io.ringside.core.contacts.Contact.Change;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Event;
import io.ringside.core.events.Reason;
import io.ringside.core.events.RefusedException;
import io.ringside.core.facts.Posting;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.topology.KpiInput.Beat;
import io.ringside.topology.KpiInput.Postings;
import io.ringside.topology.state.WriteBehindStore;

/**
 * The first arrow: folds events into contacts, and states what each change adds to the counts. Forwards {@link
 * KpiInput}s, contact rows and dead letters.
 */
final class EventsToContacts implements Processor<byte[], byte[], String, Object> {
    static final String CONTACTS = "contacts";
    static final String DEADLINES = "deadlines";
    static final String AGENTS = "agents";

    private final Settings settings;
    private final InputTopics topics;
    private final Observer observer;
    private final EventReader reader;
    private ProcessorContext<String, Object> context;
    private WriteBehindStore<String, Contact> contacts;
    private Deadlines deadlines;
    private AgentsOnQueue agents;
    private long latest = Long.MIN_VALUE;

    EventsToContacts(Settings settings, InputTopics topics, Observer observer) {
        this.settings = settings;
        this.topics = topics;
        this.observer = observer;
        this.reader = new EventReader(settings.input().longestName());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        contacts = context.getStateStore(CONTACTS);
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(DEADLINES);
        deadlines = new Deadlines(store);
        agents = new AgentsOnQueue(
                context.getStateStore(AGENTS), settings.windows().finest().millis());
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        try {
            if (input.value() != null && input.value().length > settings.input().largestValue()) {
                throw new RefusedException(
                        Reason.TOO_LARGE,
                        "the value has " + input.value().length + " bytes, at most "
                                + settings.input().largestValue() + " are read");
            }
            SpecificRecord record = topics.decode(origin.topic(), input.value());
            if (record instanceof Heartbeat heartbeat) {
                beat(heartbeat, input.timestamp());
            } else if (record instanceof AgentEvent event) {
                take(event, input);
            } else {
                take(reader.read(record), input);
            }
        } catch (UndecodableRecordException e) {
            refuse(e.reason().label(), e.getMessage(), input, origin);
        } catch (RefusedException e) {
            refuse(e.refusal().reason().id(), e.refusal().detail(), input, origin);
        }
    }

    private void take(Incoming incoming, Record<byte[], byte[]> input) throws RefusedException {
        Event event = incoming.event();
        checkKey(input.key(), "contact", incoming.contact());
        checkTime(event.at());
        latest = Math.max(latest, event.at());
        Contact contact = contacts.get(incoming.contact()).orElseGet(Contact::new);
        Optional<Change> change = contact.apply(event, settings.definitions(), settings.contacts());
        change.ifPresent(c -> carryOut(incoming.contact(), contact, c, input.timestamp()));
    }

    private void take(AgentEvent event, Record<byte[], byte[]> input) throws RefusedException {
        StateChange change = reader.read(event);
        checkKey(input.key(), "agent", event.getAgent());
        checkTime(change.at());
        forward(agents.take(event.getAgent(), change), input.timestamp());
    }

    private static void checkKey(byte[] key, String what, String id) throws RefusedException {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        if (!text.equals(id)) {
            throw new RefusedException(
                    Reason.WRONG_KEY, "the key must be the " + what + " id '" + id + "', was '" + text + "'");
        }
    }

    private void checkTime(long at) throws RefusedException {
        long wall = context.currentSystemTimeMs();
        long now = settings.input().replay() ? latest : wall;
        if (at > wall + settings.input().futureTolerance().toMillis()) {
            throw new RefusedException(
                    Reason.IN_THE_FUTURE,
                    "it happens " + (at - wall) / 1000 + " s from now: " + Instant.ofEpochMilli(at));
        }
        boolean old =
                now != Long.MIN_VALUE && at < now - settings.input().retention().toMillis();
        if (old || at < 0) {
            throw new RefusedException(
                    Reason.TOO_OLD,
                    "it happened before all that is kept (" + settings.input().retention() + "): "
                            + Instant.ofEpochMilli(at));
        }
    }

    /** Time has come to a moment: wakes whom it concerns, and tells every partition downstream. */
    private void beat(Heartbeat heartbeat, long timestamp) {
        long wall = context.currentSystemTimeMs()
                + settings.input().futureTolerance().toMillis();
        long at = Math.min(heartbeat.getAt().toEpochMilli(), wall);
        long now = heartbeat.getLast() ? Math.max(at, latest) : at;
        for (Deadlines.Due due : deadlines.take(now)) {
            contacts.get(due.contact())
                    .filter(contact -> contact.scheduled() == due.at())
                    .ifPresent(contact -> wake(due.contact(), contact, now, timestamp));
        }
        forward(agents.timePasses(now), timestamp);
        for (int to = 0; to < settings.partitions(); to++) {
            Beat beat = new Beat(context.taskId().partition(), to, now, heartbeat.getLast());
            context.forward(new Record<>("", beat, timestamp));
        }
    }

    private void wake(String id, Contact contact, long now, long timestamp) {
        contact.scheduled(Long.MAX_VALUE);
        Change change = contact.timePasses(now, settings.definitions(), settings.contacts());
        carryOut(id, contact, change, timestamp);
        if (contact.isForgettable(settings.contacts())) {
            contacts.remove(id);
        }
    }

    private void carryOut(String id, Contact contact, Change change, long timestamp) {
        change.wake().ifPresent(wake -> {
            if (wake < contact.scheduled()) {
                contact.scheduled(wake);
                deadlines.set(wake, id);
            }
        });
        contacts.put(id, contact);
        forward(change.postings(), timestamp);
        change.rows()
                .forEach(row -> context.forward(
                        new Record<>(id + "|" + row.row().key(), ContactRows.toAvro(id, row), timestamp)));
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        change.oddities().forEach(oddity -> {
            observer.refused(oddity.refusal().reason().id());
            DeadLetter letter = DeadLetters.ofEvent(id, oddity, context.currentSystemTimeMs(), origin);
            context.forward(new Record<>(id, letter, timestamp));
        });
    }

    private void forward(List<Posting> postings, long timestamp) {
        perScope(postings)
                .forEach((scope, ofScope) ->
                        context.forward(new Record<>(scope.key(), new Postings(ofScope), timestamp)));
    }

    private static Map<Scope, List<Posting>> perScope(List<Posting> postings) {
        Map<Scope, List<Posting>> perScope = new LinkedHashMap<>(4);
        for (Posting posting : postings) {
            perScope.computeIfAbsent(posting.fact().scope(), scope -> new ArrayList<>())
                    .add(posting);
        }
        return perScope;
    }

    private void refuse(String reason, String detail, Record<byte[], byte[]> input, RecordMetadata origin) {
        observer.refused(reason);
        String key = origin.topic() + "-" + origin.partition() + "@" + origin.offset();
        DeadLetter letter =
                DeadLetters.ofRecord(reason, detail, context.currentSystemTimeMs(), origin, input.key(), input.value());
        context.forward(new Record<>(key, letter, input.timestamp()));
    }
}
