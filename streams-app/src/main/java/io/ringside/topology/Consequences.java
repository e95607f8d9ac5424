package io.ringside.topology;

import java.util.List;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;

import io.ringside.core.contacts.Contact.Change;
import io.ringside.core.facts.Posting;
import io.ringside.core.kpis.Batch;
import io.ringside.core.kpis.Batches;
import io.ringside.core.kpis.Lateness;
import io.ringside.core.kpis.Lateness.TooLate;
import io.ringside.topology.ContactRows.Stated;
import io.ringside.topology.KpiInput.Facts;

/**
 * What follows from contacts and agents, on its way out: contact rows and what is set aside at once, counts when they are sent, those of
 * one scope together.
 */
final class Consequences {
    private final ProcessorContext<String, Object> context;
    private final Refusals refusals;
    private final Batches facts;
    private final Parcels<Batch> parcels;
    private final Lateness lateness;
    private long timestamp;

    Consequences(Settings settings, ProcessorContext<String, Object> context, Refusals refusals) {
        this.context = context;
        this.refusals = refusals;
        facts = new Batches(settings.windows().finest().millis());
        parcels = new Parcels<>(settings.partitions(), Facts::new, this::forward);
        lateness = new Lateness(settings.definitions(), settings.windows());
    }

    /** The latest timestamp of a record: that of whatever goes out from here on. */
    void at(long latest) {
        timestamp = Math.max(timestamp, latest);
    }

    /** Carries out what follows from a contact. What some windows are kept no longer for is set aside as well. */
    void of(String contact, String event, Change change, RecordMetadata origin, long now) {
        of(contact, event, change.postings(), origin, now);
        change.rows().forEach(row -> state(new Stated(contact, row)));
        change.oddities().forEach(oddity -> refusals.refuse(contact, oddity, origin, timestamp));
    }

    /**
     * Carries out what follows for the counts alone.
     *
     * @param about the contact or the agent
     * @param event its id; empty where nothing but time passed
     * @param now how far time has come, epoch milliseconds
     */
    void of(String about, String event, List<Posting> postings, RecordMetadata origin, long now) {
        facts.post(postings);
        TooLate tooLate = lateness.of(postings, now);
        if (!tooLate.isEmpty()) {
            refusals.cameTooLate(about, event, tooLate, origin, timestamp);
        }
    }

    /** States what is never late: time that has just passed. */
    void ofTime(List<Posting> postings) {
        facts.post(postings);
    }

    /** Sends the counts that have come together. */
    void send() {
        facts.drain(batch -> parcels.add(batch.scope(), batch, batch.panes().size()));
        parcels.send();
    }

    /** Forwards something of another kind, behind all that was sent. */
    void forward(KpiInput input) {
        Way.FACTS.send(context, "", input, timestamp);
    }

    private void state(Stated row) {
        Way.ROWS.send(context, row.key(), row, timestamp);
    }
}
