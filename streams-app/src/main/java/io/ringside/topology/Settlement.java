package io.ringside.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.streams.processor.api.RecordMetadata;

import io.ringside.core.contacts.Contact;
import io.ringside.core.contacts.Contact.Change;
import io.ringside.core.contacts.Snapshots;
import io.ringside.core.events.Event;
import io.ringside.core.events.RefusedException;
import io.ringside.topology.state.WriteBehindStore;

/**
 * Collects what comes for contacts, and settles each once for all of it: works out what follows, has it carried out, and puts
 * the contact into its store.
 */
final class Settlement {
    private final Settings settings;
    private final WriteBehindStore<String, Contact> contacts;
    private final Deadlines deadlines;
    private final Optional<Reconciliation> reconciliation;
    private final Snapshots snapshots;
    private final Consequences consequences;
    private final KeptMoment time;

    /** What has come for them is not in the store yet. */
    private final Map<String, Unsettled> unsettled = new LinkedHashMap<>();

    /**
     * Nothing to settle yet.
     *
     * @param reconciliation where snapshots are read
     * @param time how far it has come for all
     */
    Settlement(
            Settings settings,
            WriteBehindStore<String, Contact> contacts,
            Deadlines deadlines,
            Optional<Reconciliation> reconciliation,
            Consequences consequences,
            KeptMoment time) {
        this.settings = settings;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.reconciliation = reconciliation;
        this.snapshots = reconciliation.map(Reconciliation::snapshots).orElse(Snapshots.NONE);
        this.consequences = consequences;
        this.time = time;
    }

    /** A contact as it is known, settled or not. */
    Optional<Contact> find(String id) {
        Unsettled known = unsettled.get(id);
        return known == null ? contacts.get(id) : Optional.of(known.contact);
    }

    /**
     * Takes an event in.
     *
     * @param replayed whether it was played in afterwards
     * @throws RefusedException if the contact has too many events already
     */
    void take(String id, Event event, boolean replayed, RecordMetadata origin) throws RefusedException {
        Unsettled known = unsettled.get(id);
        if (known != null && known.replayed != replayed) {
            settleAndPut(id, unsettled.remove(id));
            known = null;
        }
        Contact contact = known == null ? contacts.get(id).orElseGet(Contact::new) : known.contact;
        if (!contact.take(event, settings.definitions(), settings.contacts())) {
            return;
        }
        if (known == null) {
            known = new Unsettled(contact, replayed);
            unsettled.put(id, known);
        }
        known.took(event.id(), origin);
    }

    /** A snapshot may say something new of a contact. */
    void concerns(String id, Contact contact, boolean replayed, RecordMetadata origin) {
        unsettled.computeIfAbsent(id, is -> new Unsettled(contact, replayed)).cameUp(origin);
    }

    /** Settles all if any of it came otherwise: a snapshot may change any of it, and has another cause. */
    void settleUnless(boolean replayed) {
        if (unsettled.values().stream().anyMatch(taken -> taken.replayed != replayed)) {
            settle();
            consequences.send();
        }
    }

    /** Works out what has become of a contact as time has come to its deadline. */
    void wake(String id, RecordMetadata origin) {
        Contact contact = contacts.get(id)
                .orElseThrow(
                        () -> new IllegalStateException("the contact " + id + " has a deadline, but is not there"));
        contact.scheduled(Long.MAX_VALUE);
        carryOut(id, "", contact, timePasses(contact), origin);
        contacts.put(id, contact);
    }

    /** Settles all. */
    void settle() {
        unsettled.forEach(this::settleAndPut);
        unsettled.clear();
    }

    /** The same ahead of a commit: each contact is written as soon as it is settled, while it is at hand. */
    void settleAndWrite() {
        unsettled.forEach((id, taken) -> {
            settle(id, taken);
            contacts.writeThrough(id, taken.contact);
        });
        unsettled.clear();
    }

    private void settleAndPut(String id, Unsettled taken) {
        settle(id, taken);
        contacts.put(id, taken.contact);
    }

    private void settle(String id, Unsettled taken) {
        Change change = timePasses(taken.contact);
        carryOut(id, taken.event, taken.contact, taken.replayed ? change.replayed() : change, taken.origin);
    }

    private Change timePasses(Contact contact) {
        return contact.timePasses(time.at(), settings.definitions(), settings.contacts(), snapshots);
    }

    private void carryOut(String id, String event, Contact contact, Change change, RecordMetadata origin) {
        consequences.of(id, event, change, origin, time.at());
        deadlines.set(id, contact, change.wake().orElse(Long.MAX_VALUE));
        if (reconciliation.isPresent()) {
            reconciliation.get().note(id, contact);
        }
    }
}
