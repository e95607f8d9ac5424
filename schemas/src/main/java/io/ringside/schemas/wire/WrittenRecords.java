package io.ringside.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** What a writer writes, as the records that Avro reads from it: for formats that take nothing else. */
final class WrittenRecords<T extends SpecificRecord, V> {
    private final Schema schema;
    private final RecordWriter<V> writer;

    WrittenRecords(Schema schema, RecordWriter<V> writer) {
        this.schema = schema;
        this.writer = writer;
    }

    T of(V value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            writer.write(value, encoder);
            encoder.flush();
            return new SpecificDatumReader<T>(schema, schema, SpecificData.getForSchema(schema))
                    .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Not a valid " + schema.getFullName() + ": " + e.getMessage(), e);
        }
    }
}
