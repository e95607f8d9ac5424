package io.ringside.schemas.wire;

import java.io.IOException;

import org.apache.avro.io.Encoder;

/**
 * Writes values of a kind as records of one schema: all of its fields, in its order. Where a kind of value is written by the
 * hundred thousand, this spares it from becoming an Avro record first.
 */
@FunctionalInterface
public interface RecordWriter<V> {
    void write(V value, Encoder out) throws IOException;
}
