package io.ringside.topology;

import java.time.Instant;
import java.util.OptionalLong;

import io.ringside.core.contacts.Contact.Revised;
import io.ringside.core.contacts.Row;
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.contacts.Outcome;
import io.ringside.schemas.contacts.RowKind;

/** Writes contact records as they travel. */
final class ContactRows {
    private ContactRows() {}

    static ContactRow toAvro(String contact, Revised revised) {
        Row row = revised.row();
        ContactRow record = new ContactRow();
        record.setContactId(contact);
        record.setRow(RowKind.valueOf(row.kind().name()));
        record.setVisitId(row.visit());
        record.setLegId(row.leg());
        record.setRevision(revised.revision());
        record.setChannel(row.channel().id());
        record.setQueue(row.queue());
        record.setAgent(row.agent().orElse(null));
        record.setTeam(row.team().orElse(null));
        record.setStartedAt(Instant.ofEpochMilli(row.startedAt()));
        record.setConnectedAt(instant(row.connectedAt()));
        record.setEndedAt(Instant.ofEpochMilli(row.endedAt()));
        record.setOutcome(
                row.ending().map(ending -> Outcome.valueOf(ending.name())).orElse(null));
        record.setFlowOutReason(row.flowOutReason().orElse(null));
        record.setWaitMs(millis(row.waited()));
        record.setTalkMs(millis(row.talk()));
        record.setHoldMs(millis(row.hold()));
        record.setWrapUpMs(millis(row.wrapUp()));
        record.setResolutionMs(millis(row.resolution()));
        record.setHolds(row.holds());
        record.setTransferKind(row.transfer().orElse(null));
        record.setWithinThreshold(row.withinThreshold().orElse(null));
        record.setForced(row.forced());
        return record;
    }

    private static Instant instant(OptionalLong moment) {
        return moment.isPresent() ? Instant.ofEpochMilli(moment.getAsLong()) : null;
    }

    private static Long millis(OptionalLong duration) {
        return duration.isPresent() ? duration.getAsLong() : null;
    }
}
