package io.ringside.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What Avro's own encoder writes our decoder reads, and our encoder writes it likewise. */
class ByteArraysTest {
    /** A field of every type, and fields that a later reader has no more. */
    private static final Schema WRITER = SchemaBuilder.record("Everything")
            .fields()
            .requiredBoolean("aBoolean")
            .requiredInt("anInt")
            .requiredLong("aLong")
            .requiredFloat("aFloat")
            .requiredDouble("aDouble")
            .requiredString("aString")
            .requiredBytes("someBytes")
            .name("aFixed")
            .type()
            .fixed("Four")
            .size(4)
            .noDefault()
            .name("anEnum")
            .type()
            .enumeration("Side")
            .symbols("LEFT", "RIGHT")
            .noDefault()
            .name("anArray")
            .type()
            .array()
            .items()
            .longType()
            .noDefault()
            .name("aMap")
            .type()
            .map()
            .values()
            .stringType()
            .noDefault()
            .optionalString("aUnion")
            .requiredString("last")
            .endRecord();

    private static final Schema LAST_ONLY =
            SchemaBuilder.record("Everything").fields().requiredString("last").endRecord();

    @Provide
    Arbitrary<GenericRecord> everything() {
        Arbitrary<GenericRecord> numbers = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers(),
                        Arbitraries.longs(),
                        Arbitraries.floats(),
                        Arbitraries.doubles())
                .as((aBoolean, anInt, aLong, aFloat, aDouble) -> with(
                        new GenericData.Record(WRITER),
                        Map.of(
                                "aBoolean",
                                aBoolean,
                                "anInt",
                                anInt,
                                "aLong",
                                aLong,
                                "aFloat",
                                aFloat,
                                "aDouble",
                                aDouble)));
        return Combinators.combine(
                        numbers,
                        Arbitraries.strings().ofMaxLength(300),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(300),
                        Arbitraries.longs().list().ofMaxSize(5),
                        Arbitraries.maps(
                                        Arbitraries.strings().ofMaxLength(5),
                                        Arbitraries.strings().ofMaxLength(5))
                                .ofMaxSize(3))
                .as((record, text, bytes, longs, texts) -> with(
                        record,
                        Map.of(
                                "aString",
                                text,
                                "someBytes",
                                ByteBuffer.wrap(bytes),
                                "aFixed",
                                new GenericData.Fixed(WRITER.getField("aFixed").schema(), new byte[] {1, 2, 3, 4}),
                                "anEnum",
                                new GenericData.EnumSymbol(
                                        WRITER.getField("anEnum").schema(), "RIGHT"),
                                "anArray",
                                longs,
                                "aMap",
                                texts,
                                "last",
                                "the last one")));
    }

    private static GenericRecord with(GenericRecord record, Map<String, Object> values) {
        values.forEach(record::put);
        return record;
    }

    private static byte[] written(GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(WRITER).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static GenericRecord read(byte[] bytes, Schema reader, boolean fast) throws IOException {
        GenericData data = new GenericData().setFastReaderEnabled(fast);
        return new GenericDatumReader<GenericRecord>(WRITER, reader, data).read(null, new ByteArrayDecoder(bytes, 0));
    }

    @Property(tries = 300)
    void whatAvroWritesIsReadWithEitherOfAvrosReaders(@ForAll("everything") GenericRecord record, @ForAll boolean fast)
            throws IOException {
        byte[] bytes = written(record);

        assertThat(read(bytes, WRITER, fast))
                .isEqualTo(new GenericDatumReader<GenericRecord>(WRITER)
                        .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
    }

    @Property(tries = 300)
    void whatAvroWritesIsWrittenLikewise(@ForAll("everything") GenericRecord record, @ForAll boolean again)
            throws IOException {
        ByteArrayEncoder encoder = new ByteArrayEncoder(1);
        if (again) {
            encoder.writeString("what was written before");
        }

        encoder.begin(new byte[] {0, 1});
        new GenericDatumWriter<GenericRecord>(WRITER).write(record, encoder);

        assertThat(encoder.bytesBuffered()).isEqualTo(encoder.toBytes().length);
        assertThat(encoder.toBytes()).startsWith(0, 1);
        assertThat(Arrays.copyOfRange(encoder.toBytes(), 2, encoder.bytesBuffered()))
                .isEqualTo(written(record));
    }

    @Property(tries = 300)
    void whatAReaderDoesNotKnowIsPassedOver(@ForAll("everything") GenericRecord record, @ForAll boolean fast)
            throws IOException {
        byte[] bytes = written(record);

        assertThat(read(bytes, LAST_ONLY, fast).get("last")).hasToString("the last one");
    }

    @Test
    void blocksThatSayTheirSizeAreReadAndPassedOver() throws IOException {
        byte[] block = {3, 4, 2, 4, 0}; // −2 items in 2 bytes: 1 and 2; the end

        ByteArrayDecoder reading = new ByteArrayDecoder(block, 0);
        assertThat(reading.readArrayStart()).isEqualTo(2);
        assertThat(reading.readLong()).isEqualTo(1);
        assertThat(reading.readLong()).isEqualTo(2);
        assertThat(reading.arrayNext()).isZero();

        ByteArrayDecoder skipping = new ByteArrayDecoder(block, 0);
        assertThat(skipping.skipArray()).isZero();
        assertThat(skipping.remainingBytes()).isZero();
    }

    @Test
    void aLengthThatTheRestCannotHoldIsRefusedBeforeMemoryIsTaken() {
        byte[] twoGigabytes = {-2, -1, -1, -1, 15};

        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> new ByteArrayDecoder(twoGigabytes, 0).readBytes(null))
                .withMessage("2147483647 bytes announced, 0 left");
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> new ByteArrayDecoder(twoGigabytes, 0).readString());
    }

    @Test
    void numbersThatDoNotEndAndLengthsBelowZeroAreRefused() {
        byte[] endless = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

        assertThatExceptionOfType(InvalidNumberEncodingException.class)
                .isThrownBy(() -> new ByteArrayDecoder(endless, 0).readInt());
        assertThatExceptionOfType(InvalidNumberEncodingException.class)
                .isThrownBy(() -> new ByteArrayDecoder(endless, 0).readLong());
        assertThatExceptionOfType(AvroRuntimeException.class)
                .isThrownBy(() -> new ByteArrayDecoder(new byte[] {1}, 0).readString());
    }
}
