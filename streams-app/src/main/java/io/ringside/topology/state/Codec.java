package io.ringside.topology.state;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How values are written to stores and internal topics: their format version first. */
public interface Codec<T> {
    byte[] encode(T value);

    T decode(byte[] bytes);

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
            public byte[] encode(T value) {
                ByteWriter writer = new ByteWriter().writeByte(version);
                write.accept(value, writer);
                return writer.toBytes();
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
            public byte[] encode(T value) {
                ByteWriter writer = new ByteWriter();
                write.accept(value, writer);
                return writer.toBytes();
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
