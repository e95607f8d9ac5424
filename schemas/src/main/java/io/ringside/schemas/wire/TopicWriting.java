package io.ringside.schemas.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** How values are written to one topic, as records of one schema. */
final class TopicWriting<V> {
    private static final int USUAL_BYTES = 2_048;
    private static final int MOST_BYTES_KEPT = 1 << 16;

    private final Schema schema;
    private final byte[] header;
    private final RecordWriter<V> writer;

    /** Whoever comes takes it, and brings it back; where it is taken already, makes another. */
    private final AtomicReference<ByteArrayEncoder> spare = new AtomicReference<>();

    TopicWriting(Schema schema, int schemaId, RecordWriter<V> writer) {
        this.schema = schema;
        this.writer = writer;
        this.header = ByteBuffer.allocate(AvroDeserializer.HEADER_BYTES)
                .put(AvroDeserializer.MAGIC_BYTE)
                .putInt(schemaId)
                .array();
    }

    /** How Avro itself writes records such as this one. */
    static <T extends SpecificRecord> TopicWriting<T> ofRecords(T example, int schemaId) {
        Schema schema = example.getSchema();
        SpecificData data = SpecificData.getForClass(example.getClass());
        // Records without logical types, as the contacts in a snapshot are, then write themselves, several times as
        // fast.
        data.setCustomCoders(true);
        DatumWriter<T> writer = new SpecificDatumWriter<>(schema, data);
        return new TopicWriting<>(schema, schemaId, writer::write);
    }

    boolean writes(Schema other) {
        return schema.equals(other);
    }

    /** @throws SerializationException if the value is no such record */
    byte[] write(V value) {
        ByteArrayEncoder taken = spare.getAndSet(null);
        ByteArrayEncoder out = taken == null ? new ByteArrayEncoder(USUAL_BYTES) : taken;
        out.begin(header);
        try {
            writer.write(value, out);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Not a valid " + schema.getFullName() + ": " + e.getMessage(), e);
        }
        byte[] written = out.toBytes();
        if (out.capacity() <= MOST_BYTES_KEPT) {
            spare.set(out);
        }
        return written;
    }
}
