package io.ringside.topology.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a {@link ByteWriter} wrote. Reading on past the end is an {@link IllegalStateException}. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;
    private long near;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int readByte() {
        if (at >= bytes.length) {
            throw new IllegalStateException("stored bytes end early, after " + bytes.length);
        }
        return bytes[at++] & 0xff;
    }

    public long readLong() {
        long rest = readCount();
        return (rest >>> 1) ^ -(rest & 1);
    }

    public long readCount() {
        long rest = 0;
        int shift = 0;
        int next = readByte();
        while ((next & 0x80) != 0) {
            rest |= (next & 0x7fL) << shift;
            shift += 7;
            next = readByte();
        }
        return rest | (long) next << shift;
    }

    /** Reads what {@link ByteWriter#near} wrote. */
    public long readNear() {
        near = readLong();
        return near;
    }

    public long readMoment() {
        return near + readLong();
    }

    public int readInt() {
        return Math.toIntExact(readLong());
    }

    public long readSortable() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | readByte();
        }
        return value ^ Long.MIN_VALUE;
    }

    public boolean readBoolean() {
        return readByte() == 1;
    }

    public String readString() {
        int length = readLength();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    public byte[] readBytes() {
        int length = readLength();
        byte[] read = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return read;
    }

    private int readLength() {
        int length = readInt();
        if (length < 0 || at + length > bytes.length) {
            throw new IllegalStateException("a stored text of " + length + " bytes does not fit");
        }
        return length;
    }

    public Optional<String> readOptional() {
        return readBoolean() ? Optional.of(readString()) : Optional.empty();
    }

    /** Reads the format version that stored values begin with, and refuses one that this program does not know. */
    public void expectVersion(int known) {
        readVersion(known, known);
    }

    /** Reads the format version that stored values begin with, and refuses one that is not within these. */
    public int readVersion(int oldest, int latest) {
        int version = readByte();
        if (version < oldest || version > latest) {
            throw new IllegalStateException("a stored value has format " + version + ", this version of Ringside reads "
                    + (oldest == latest ? "" : oldest + " to ") + latest);
        }
        return version;
    }
}
