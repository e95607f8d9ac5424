package io.ringside.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.wire.RecordWriter;

/** What is written of a record, by Avro or by us. */
final class AvroWriting {
    private AvroWriting() {}

    /** As Avro itself writes a record, all of it by its schema. */
    static byte[] byAvro(SpecificRecord record) {
        SpecificData data = SpecificData.getForClass(record.getClass());
        return bytes(out -> new SpecificDatumWriter<>(record.getSchema(), data).write(record, out));
    }

    /** As a writer of ours writes it, which may do only what the schema allows. */
    static <V> byte[] byUs(RecordWriter<V> writer, V value, Schema schema) {
        return bytes(out -> {
            Encoder strict = EncoderFactory.get().validatingEncoder(schema, out);
            writer.write(value, strict);
            strict.flush();
        });
    }

    private interface Writing {
        void to(BinaryEncoder out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
            writing.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
