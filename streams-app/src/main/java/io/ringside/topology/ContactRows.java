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
        return ContactRow.newBuilder()
                .setContactId(contact)
                .setRow(RowKind.valueOf(row.kind().name()))
                .setVisitId(row.visit())
                .setLegId(row.leg())
                .setRevision(revised.revision())
                .setChannel(row.channel().id())
                .setQueue(row.queue())
                .setAgent(row.agent().orElse(null))
                .setTeam(row.team().orElse(null))
                .setStartedAt(Instant.ofEpochMilli(row.startedAt()))
                .setConnectedAt(instant(row.connectedAt()))
                .setEndedAt(Instant.ofEpochMilli(row.endedAt()))
                .setOutcome(row.ending()
                        .map(ending -> Outcome.valueOf(ending.name()))
                        .orElse(null))
                .setFlowOutReason(row.flowOutReason().orElse(null))
                .setWaitMs(millis(row.waited()))
                .setTalkMs(millis(row.talk()))
                .setHoldMs(millis(row.hold()))
                .setWrapUpMs(millis(row.wrapUp()))
                .setResolutionMs(millis(row.resolution()))
                .setHolds(row.holds())
                .setTransferKind(row.transfer().orElse(null))
                .setWithinThreshold(row.withinThreshold().orElse(null))
                .setForced(row.forced())
                .build();
    }

    private static Instant instant(OptionalLong moment) {
        return moment.isPresent() ? Instant.ofEpochMilli(moment.getAsLong()) : null;
    }

    private static Long millis(OptionalLong duration) {
        return duration.isPresent() ? duration.getAsLong() : null;
    }
}
