package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.ProcessorContext;

import io.ringside.core.contacts.Contact;
import io.ringside.core.contacts.Snapshot;
import io.ringside.core.contacts.Snapshot.Listed;
import io.ringside.core.contacts.Snapshots;
import io.ringside.topology.state.ResidentStore;
import io.ringside.topology.state.WriteBehindStore;

/** Holds what waits here against what sources say of their lines. */
final class Reconciliation {
    static final String LATEST = "snapshot-lines";
    static final String HOURS = "snapshot-hours";
    static final String WAITS = "waits";
    static final String BEATS = "snapshot-beats";

    private final Settings settings;
    private final Observer observer;
    private final int partition;
    private final Function<String, Optional<Contact>> contacts;
    private final SnapshotLog log;
    private final Waits waits;
    private final Gathering time;
    private final KeptMoment latest;

    /** @param contacts finds those that are known here */
    Reconciliation(
            Settings settings,
            Observer observer,
            ProcessorContext<?, ?> context,
            Function<String, Optional<Contact>> contacts) {
        this.settings = settings;
        this.observer = observer;
        this.partition = context.taskId().partition();
        this.contacts = contacts;
        log = new SnapshotLog(
                context.getStateStore(LATEST),
                context.getStateStore(HOURS),
                settings.contacts().retention());
        waits = new Waits(context.getStateStore(WAITS));
        latest = new KeptMoment(context.getStateStore(EventsToContacts.CLOCK), "latest-snapshot");
        time = new Gathering(context.getStateStore(BEATS), settings.partitions());
    }

    /** Has something done before any of its stores is written. */
    static void beforeFlush(ProcessorContext<?, ?> context, Runnable action) {
        context.<ResidentStore<?, ?>>getStateStore(LATEST).beforeFlush(action);
        context.<ResidentStore<?, ?>>getStateStore(WAITS).beforeFlush(action);
        context.<WriteBehindStore<?, ?>>getStateStore(HOURS).beforeFlush(action);
    }

    /**
     * Takes in a snapshot, which every partition is told of.
     *
     * @param concerned is given the contacts that it may say something new of
     */
    void take(Snapshot snapshot, BiConsumer<String, Contact> concerned) {
        latest.reach(snapshot.at());
        latest.keep();
        boolean isNew = log.add(snapshot.line(), snapshot.at());
        for (Listed listed : snapshot.waiting()) {
            list(snapshot, listed, isNew, concerned);
        }
        for (String id : waits.endedBy(snapshot)) {
            Optional<Contact> contact = contacts.apply(id);
            contact.ifPresentOrElse(known -> concerned.accept(id, known), () -> waits.forget(id));
        }
    }

    /** Of a contact that is not known, only that it was listed is kept, where it is to come: its events may be late. */
    private void list(Snapshot snapshot, Listed listed, boolean isNew, BiConsumer<String, Contact> concerned) {
        Optional<Contact> known = contacts.apply(listed.contact());
        if (known.isEmpty() && !belongsHere(listed.contact())) {
            return;
        }
        Contact contact = known.orElseGet(Contact::new);
        if (isNew && contact.events().isEmpty()) {
            observer.unknownWaiting();
        }
        if (contact.list(snapshot.line(), listed.visit(), snapshot.at(), settings.definitions(), settings.contacts())) {
            concerned.accept(listed.contact(), contact);
        }
    }

    /** Whether the partition that producers choose unless told otherwise is this one. */
    private boolean belongsHere(String contact) {
        byte[] key = contact.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % settings.partitions() == partition;
    }

    /** A contact was folded. */
    void note(String id, Contact contact) {
        waits.note(id, contact.waits());
    }

    /** A contact is forgotten. */
    void forget(String id) {
        waits.forget(id);
    }

    /** Time has passed. */
    void goOn(long now) {
        log.forget(now);
    }

    /** When the latest snapshot was taken, epoch milliseconds. What is too old beside it was refused where it was let in. */
    long latest() {
        return latest.at();
    }

    /** How far time may pass. */
    Gathering time() {
        return time;
    }

    Snapshots snapshots() {
        return log;
    }
}
