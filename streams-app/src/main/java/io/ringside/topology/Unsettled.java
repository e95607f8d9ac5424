package io.ringside.topology;

import org.apache.kafka.streams.processor.api.RecordMetadata;

import io.ringside.core.contacts.Contact;

/**
 * A contact with events, or snapshots, whose consequences are yet to be stated. All of them were played in afterwards, or none: their
 * consequences have different causes.
 */
final class Unsettled {
    final Contact contact;
    final boolean replayed;

    /** The record that brought the last of the events. */
    RecordMetadata origin;

    /** The last event's id. */
    String event = "";

    Unsettled(Contact contact, boolean replayed) {
        this.contact = contact;
        this.replayed = replayed;
    }

    /** It is to be looked at, for whatever came with no event of its own. */
    void cameUp(RecordMetadata from) {
        origin = origin == null ? from : origin;
    }

    void took(String id, RecordMetadata from) {
        event = id;
        origin = from;
    }
}
