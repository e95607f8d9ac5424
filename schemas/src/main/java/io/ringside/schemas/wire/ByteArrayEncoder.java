package io.ringside.schemas.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding into one array, which grows. Lighter than Avro's own encoder, which is made for streams and has
 * a buffer in front of each; beside {@link ByteArrayDecoder}. To be used again for one record after the other.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Avro's binary encoding</a>
 */
final class ByteArrayEncoder extends BinaryEncoder {
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_BYTES_OF_A_NUMBER = 10;
    private static final int LOW_BITS = 0x7f;

    /** Symbols, the branches of unions and most lengths take one byte. */
    private static final int MOST_IN_A_BYTE = 0x3f;

    private byte[] bytes;
    private int size;

    ByteArrayEncoder(int capacity) {
        bytes = new byte[capacity];
    }

    /** Forgets all, and begins with these bytes. */
    void begin(byte[] header) {
        size = 0;
        writeFixed(header, 0, header.length);
    }

    /** What was written since it began. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** How many bytes it can hold without growing. */
    int capacity() {
        return bytes.length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            grow(more);
        }
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }

    @Override
    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    @Override
    public void writeInt(int value) {
        if ((value & ~MOST_IN_A_BYTE) == 0) {
            writeByte(value << 1);
        } else {
            writeLong(value);
        }
    }

    @Override
    public void writeLong(long value) {
        room(MOST_BYTES_OF_A_NUMBER);
        byte[] to = bytes;
        int at = size;
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~LOW_BITS) != 0) {
            to[at++] = (byte) (rest | ~LOW_BITS);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        size = at;
    }

    @Override
    public void writeFloat(float value) {
        room(Float.BYTES);
        FLOATS.set(bytes, size, value);
        size += Float.BYTES;
    }

    @Override
    public void writeDouble(double value) {
        room(Double.BYTES);
        DOUBLES.set(bytes, size, value);
        size += Double.BYTES;
    }

    /** Most texts are ASCII, and have as many bytes as characters. */
    @Override
    public void writeString(String text) {
        int length = text.length();
        room(length + MOST_BYTES_OF_A_NUMBER);
        int before = size;
        writeInt(length);
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            if (next > LOW_BITS) {
                size = before;
                writeString(new Utf8(text));
                return;
            }
            to[at++] = (byte) next;
        }
        size = at;
    }

    @Override
    public void writeString(Utf8 text) {
        writeInt(text.getByteLength());
        writeFixed(text.getBytes(), 0, text.getByteLength());
    }

    @Override
    public void writeFixed(byte[] more, int start, int length) {
        room(length);
        System.arraycopy(more, start, bytes, size, length);
        size += length;
    }

    @Override
    protected void writeZero() {
        writeByte(0);
    }

    private void writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public int bytesBuffered() {
        return size;
    }

    @Override
    public void flush() {
        // there is nothing behind the array
    }
}
