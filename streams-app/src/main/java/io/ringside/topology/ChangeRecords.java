package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

import io.ringside.core.definitions.Change;
import io.ringside.schemas.settings.SettingsChange;

/** Changes of settings as they travel. */
public final class ChangeRecords {
    private ChangeRecords() {}

    /**
     * A change as it was written.
     *
     * @param timestamp of the record: when it was written, epoch milliseconds
     */
    public static Change read(SettingsChange record, long timestamp) {
        return new Change(
                record.getNumber(),
                record.getEffectiveAt(),
                record.getText(),
                Optional.ofNullable(record.getBy()),
                Optional.ofNullable(record.getNote()),
                Instant.ofEpochMilli(timestamp));
    }

    /** A change to be written; its moment of writing is the record's timestamp. */
    public static SettingsChange toAvro(Change change) {
        return new SettingsChange(
                change.number(),
                change.from(),
                change.text(),
                change.by().orElse(null),
                change.note().orElse(null));
    }

    /** Two changes of one number that say different things have different keys: compaction keeps both. */
    public static String key(Change change) {
        CRC32 digest = new CRC32();
        digest.update((change.from() + "\n" + change.text()).getBytes(StandardCharsets.UTF_8));
        return "%d-%08x".formatted(change.number(), digest.getValue());
    }
}
