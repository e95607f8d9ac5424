package io.ringside.topology.state;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How values are written to stores and internal topics: their format version first. */
public interface Codec<T> {
    void write(T value, ByteWriter out);

    T decode(byte[] bytes);

    default byte[] encode(T value) {
        return encode(value, new ByteWriter());
    }

    /** Encodes with a writer that whoever encodes much has at hand; what it wrote before is no more. */
    default byte[] encode(T value, ByteWriter writer) {
        writer.clear();
        write(value, writer);
        return writer.toBytes();
    }

    /** A codec of one format version. */
    static <T> Codec<T> of(int version, BiConsumer<T, ByteWriter> write, Function<ByteReader, T> read) {
        return of(version, version, write, (found, in) -> read.apply(in));
    }

    /**
     * A codec that writes one format version, and reads older ones too.
     *
     * @param read is given the version that it reads
     */
    static <T> Codec<T> of(
            int oldest, int version, BiConsumer<T, ByteWriter> write, BiFunction<Integer, ByteReader, T> read) {
        return new Codec<>() {
            @Override
            public void write(T value, ByteWriter out) {
                write.accept(value, out.writeByte(version));
            }

            @Override
            public T decode(byte[] bytes) {
                ByteReader reader = new ByteReader(bytes);
                return read.apply(reader.readVersion(oldest, version), reader);
            }
        };
    }

    /** A codec for keys, which have no version: they must stay findable. */
    static <T> Codec<T> ofKey(BiConsumer<T, ByteWriter> write, Function<ByteReader, T> read) {
        return new Codec<>() {
            @Override
            public void write(T value, ByteWriter out) {
                write.accept(value, out);
            }

            @Override
            public T decode(byte[] bytes) {
                return read.apply(new ByteReader(bytes));
            }
        };
    }

    /** This codec as Kafka's serde. */
    default Serde<T> serde() {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(value),
                (topic, bytes) -> bytes == null ? null : decode(bytes));
    }
}
