package io.ringside.topology;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import io.ringside.core.contacts.Contact.Revised;
import io.ringside.core.contacts.Row;
import io.ringside.core.events.Channel;
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.contacts.Outcome;
import io.ringside.schemas.contacts.RowKind;
import io.ringside.topology.ContactRows.Stated;

import static org.assertj.core.api.Assertions.assertThat;

final class ContactRowsTest {

    @Property(tries = 500)
    void aRowIsWrittenAsAvroWritesIt(@ForAll Random random) {
        Stated stated = any(new AnyValue(random));

        assertThat(AvroWriting.byUs(ContactRows::write, stated, ContactRow.getClassSchema()))
                .isEqualTo(AvroWriting.byAvro(byName(stated.contact(), stated.revised())));
    }

    private static Stated any(AnyValue any) {
        Row row = new Row(
                any.of(Row.Kind.class),
                any.text(),
                any.text(),
                any.of(Channel.class),
                any.text(),
                any.optional(any::text),
                any.optional(any::text),
                any.longNumber(),
                any.optionalNumber(),
                any.longNumber(),
                any.optional(() -> any.of(Row.Ending.class)),
                any.optional(any::text),
                any.optionalNumber(),
                any.optionalNumber(),
                any.optionalNumber(),
                any.optionalNumber(),
                any.optionalNumber(),
                any.number(),
                any.optional(any::text),
                any.optional(any::flag),
                any.flag());
        return new Stated(any.text(), new Revised(row, any.number()));
    }

    private static ContactRow byName(String contact, Revised revised) {
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
