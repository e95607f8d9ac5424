package io.ringside.schemas.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;

import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;

import io.ringside.schemas.wire.UndecodableRecordException.Reason;

/** How records of one writer's schema are read into our class. */
final class WriterReading<T> {
    private final int schemaId;
    private final DatumReader<T> reader;
    private final boolean compatible;
    private final String what;

    WriterReading(int schemaId, Schema writer, Class<T> type) {
        this.schemaId = schemaId;
        Schema ours = SpecificData.get().getSchema(type);
        this.compatible = Compatibility.BACKWARD.conflict(ours, List.of(writer)).isEmpty();
        this.reader = new SpecificDatumReader<>(writer, ours, SpecificData.getForClass(type));
        this.what = type.getSimpleName() + " written with schema " + schemaId;
    }

    int schemaId() {
        return schemaId;
    }

    /**
     * Reads the record behind the header.
     *
     * @throws UndecodableRecordException if it is none
     */
    T read(byte[] bytes) {
        ByteArrayDecoder decoder = new ByteArrayDecoder(bytes, AvroDeserializer.HEADER_BYTES);
        T value = read(decoder);
        if (decoder.remainingBytes() > 0) {
            throw new UndecodableRecordException(
                    Reason.TRAILING_BYTES, what + ": " + decoder.remainingBytes() + " bytes too many");
        }
        return value;
    }

    private T read(ByteArrayDecoder decoder) {
        try {
            return reader.read(null, decoder);
        } catch (EOFException e) {
            throw new UndecodableRecordException(Reason.TRUNCATED, what + ": " + e.getMessage(), e);
        } catch (SecurityException e) {
            throw e; // a JVM that trusts too few classes is our fault, not the record's
        } catch (IOException | RuntimeException | StackOverflowError e) { // a recursive writer's schema nests at will
            throw new UndecodableRecordException(reason(e), what + ": " + e, e);
        }
    }

    /** An incompatible writer is still read as far as its records happen to fit, as Confluent's deserializer does. */
    private Reason reason(Throwable failure) {
        return !compatible && failure instanceof AvroTypeException ? Reason.INCOMPATIBLE_SCHEMA : Reason.CORRUPT;
    }
}
