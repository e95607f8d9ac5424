package io.ringside.schemas.wire;

import java.util.Locale;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes of a record are not what they should be. Permanent: the same bytes fail again, so they are a dead letter. */
public final class UndecodableRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a record's bytes. */
    public enum Reason {
        /** There is no value at all: a tombstone, where none is allowed. */
        NO_VALUE,
        /** The first byte is not 0: not Avro in Confluent's wire format. */
        NO_MAGIC_BYTE,
        /** The bytes end before the record does. */
        TRUNCATED,
        /** The record ends before the bytes do. */
        TRAILING_BYTES,
        /** The bytes cannot be what the schema says. */
        CORRUPT,
        /** The registry has no schema under the record's id. */
        UNKNOWN_SCHEMA,
        /** The record was written with a schema that ours cannot read. */
        INCOMPATIBLE_SCHEMA;

        /** The reason as dead letters and metrics spell it, for example {@code no_magic_byte}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public UndecodableRecordException(Reason reason, String detail) {
        this(reason, detail, null);
    }

    public UndecodableRecordException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
