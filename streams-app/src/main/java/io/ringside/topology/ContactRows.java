package io.ringside.topology;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.avro.io.Encoder;

import io.ringside.core.contacts.Contact.Revised;
import io.ringside.core.contacts.Row;
import io.ringside.schemas.contacts.Outcome;
import io.ringside.schemas.contacts.RowKind;

/** Writes contact records as they travel: the fields of the schema's ContactRow, in its order. */
final class ContactRows {
    private static final Map<Row.Kind, Integer> KINDS = Fields.symbols(Row.Kind.class, RowKind.getClassSchema());
    private static final Map<Row.Ending, Integer> ENDINGS = Fields.symbols(Row.Ending.class, Outcome.getClassSchema());

    private ContactRows() {}

    /** What is said of a contact. */
    record Stated(String contact, Revised revised) {
        /** The record's key. */
        String key() {
            return contact + "|" + revised.row().key();
        }
    }

    static void write(Stated stated, Encoder out) throws IOException {
        Row row = stated.revised().row();
        new Fields(out)
                .text(stated.contact())
                .symbol(KINDS.get(row.kind()))
                .text(row.visit())
                .text(row.leg())
                .number(stated.revised().revision())
                .text(row.channel().id())
                .text(Optional.of(row.queue()))
                .text(row.agent())
                .text(row.team())
                .number(OptionalLong.of(row.startedAt()))
                .number(row.connectedAt())
                .number(OptionalLong.of(row.endedAt()))
                .symbol(row.ending().map(ENDINGS::get))
                .text(row.flowOutReason())
                .number(row.waited())
                .number(row.talk())
                .number(row.hold())
                .number(row.wrapUp())
                .number(row.resolution())
                .number(row.holds())
                .text(row.transfer())
                .flag(row.withinThreshold())
                .flag(row.forced());
    }
}
