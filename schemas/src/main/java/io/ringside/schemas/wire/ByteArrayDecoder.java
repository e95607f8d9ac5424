package io.ringside.schemas.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding out of one array. Lighter than Avro's own decoder, which is made for streams: it needs no
 * buffer, so it costs nothing to make one for each record and share nothing between threads, and it copies a string
 * once, not twice. And stricter: it never reads past the end, and refuses a length that the rest cannot hold before
 * anything is allocated for it.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Avro's binary encoding</a>
 */
final class ByteArrayDecoder extends Decoder {
    private static final int INT_BITS = 32;
    private static final int LONG_BITS = 64;

    private final byte[] bytes;
    private int position;

    ByteArrayDecoder(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    @Override
    public int remainingBytes() {
        return bytes.length - position;
    }

    @Override
    public void readNull() {
        // takes no bytes
    }

    @Override
    public boolean readBoolean() throws IOException {
        return next() == 1;
    }

    @Override
    public int readInt() throws IOException {
        int encoded = (int) variable(INT_BITS);
        return (encoded >>> 1) ^ -(encoded & 1);
    }

    @Override
    public long readLong() throws IOException {
        long encoded = variable(LONG_BITS);
        return (encoded >>> 1) ^ -(encoded & 1);
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat((int) fixed(Float.BYTES));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(fixed(Double.BYTES));
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        int start = skip(length);
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws IOException {
        skip(length());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        byte[] copy = new byte[length()];
        readFixed(copy, 0, copy.length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    public void skipBytes() throws IOException {
        skip(length());
    }

    @Override
    public void readFixed(byte[] into, int start, int length) throws IOException {
        System.arraycopy(bytes, skip(length), into, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        skip(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return blockCount();
    }

    @Override
    public long arrayNext() throws IOException {
        return blockCount();
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return blockCount();
    }

    @Override
    public long mapNext() throws IOException {
        return blockCount();
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    /** How many items follow. A negative count comes with the block's size in bytes, which a reader does not need. */
    private long blockCount() throws IOException {
        long count = readLong();
        if (count >= 0) {
            return count;
        }
        length();
        return negated(count);
    }

    /** Passes over blocks that say their size; ends at the first that does not, and returns its count. */
    private long skipBlocks() throws IOException {
        long count = readLong();
        while (count < 0) {
            negated(count);
            skip(length());
            count = readLong();
        }
        return count;
    }

    private static long negated(long count) {
        if (count == Long.MIN_VALUE) {
            throw new AvroRuntimeException("Malformed data: block count " + count);
        }
        return -count;
    }

    /** A length in bytes that the rest can hold. */
    private int length() throws IOException {
        long length = readLong();
        if (length < 0) {
            throw new AvroRuntimeException("Malformed data: length " + length);
        }
        if (length > remainingBytes()) {
            throw new EOFException(length + " bytes announced, " + remainingBytes() + " left");
        }
        return (int) length;
    }

    /** Moves over bytes and returns where they began. */
    private int skip(int length) throws EOFException {
        if (length > remainingBytes()) {
            throw new EOFException(length + " bytes needed, " + remainingBytes() + " left");
        }
        int start = position;
        position += length;
        return start;
    }

    private byte next() throws EOFException {
        if (position == bytes.length) {
            throw new EOFException("the record goes on, its bytes do not");
        }
        return bytes[position++];
    }

    /** A number of variable length, seven bits a byte, the lowest first. */
    private long variable(int bits) throws IOException {
        byte first = next();
        if (first >= 0) {
            return first;
        }
        long value = first & 0x7f;
        for (int shift = 7; shift < bits; shift += 7) {
            byte more = next();
            value |= (more & 0x7fL) << shift;
            if (more >= 0) {
                return value;
            }
        }
        throw new InvalidNumberEncodingException("Invalid encoding of a " + bits + "-bit number");
    }

    private long fixed(int length) throws IOException {
        int start = skip(length);
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (bytes[start + i] & 0xff);
        }
        return value;
    }
}
