package io.ringside.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** How values are written to one topic, as records of one schema. */
final class TopicWriting<V> {
    private static final int USUAL_BYTES = 2_048;
    private static final int MOST_BYTES_KEPT = 1 << 16;
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(USUAL_BYTES);

    private final Schema schema;
    private final byte[] header;
    private final RecordWriter<V> writer;
    private final ThreadLocal<Draft> drafts = ThreadLocal.withInitial(Draft::new);

    /** Where a thread writes one record after the other. */
    private static final class Draft {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
        private final BinaryEncoder encoder = ENCODERS.binaryEncoder(out, null);
    }

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
        // Records without logical types, as the contacts in a snapshot are, then write themselves, several times as fast.
        data.setCustomCoders(true);
        DatumWriter<T> writer = new SpecificDatumWriter<>(schema, data);
        return new TopicWriting<>(schema, schemaId, writer::write);
    }

    boolean writes(Schema other) {
        return schema.equals(other);
    }

    /** @throws SerializationException if the value is no such record */
    byte[] write(V value) {
        Draft draft = drafts.get();
        draft.out.reset();
        draft.out.writeBytes(header);
        try {
            writer.write(value, draft.encoder);
            draft.encoder.flush();
        } catch (IOException | RuntimeException e) {
            drafts.remove(); // the encoder still holds what was written before the fault
            throw new SerializationException("Not a valid " + schema.getFullName() + ": " + e.getMessage(), e);
        }
        if (draft.out.size() > MOST_BYTES_KEPT) {
            drafts.remove();
        }
        return draft.out.toByteArray();
    }
}
