package io.ringside.topology.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Writes numbers and texts compactly. Numbers that are small in size, of either sign, take few bytes. */
public final class ByteWriter {
    private static final char LAST_OF_ASCII = 0x7f;

    private byte[] bytes = new byte[256];
    private int size;
    private long near;

    public ByteWriter writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Writes a number in one to ten bytes, the fewer the closer to zero. */
    public ByteWriter writeLong(long value) {
        return writeCount((value << 1) ^ (value >> 63));
    }

    /** Writes a number that is not negative in one to nine bytes, the fewer the smaller; others take ten. */
    public ByteWriter writeCount(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Has moments written from here on as differences from one that they are near to. */
    public ByteWriter near(long moment) {
        near = moment;
        return writeLong(moment);
    }

    /** Writes a moment. */
    public ByteWriter writeMoment(long moment) {
        return writeLong(moment - near);
    }

    public ByteWriter writeInt(int value) {
        return writeLong(value);
    }

    /** Writes a number in eight bytes that sort as the numbers do. */
    public ByteWriter writeSortable(long value) {
        room(8);
        long flipped = value ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (flipped >>> shift);
        }
        return this;
    }

    public ByteWriter writeBoolean(boolean value) {
        return writeByte(value ? 1 : 0);
    }

    /** Writes a text as UTF-8. Nearly all are ASCII, and take no array of their own to be encoded into. */
    public ByteWriter writeString(String text) {
        int begin = size;
        int length = text.length();
        writeInt(length);
        room(length);
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter > LAST_OF_ASCII) {
                size = begin;
                return writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
            bytes[size++] = (byte) letter;
        }
        return this;
    }

    public ByteWriter writeBytes(byte[] more) {
        writeInt(more.length);
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    public ByteWriter writeOptional(Optional<String> text) {
        writeBoolean(text.isPresent());
        text.ifPresent(this::writeString);
        return this;
    }

    /** Begins anew. */
    void clear() {
        size = 0;
        near = 0;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
