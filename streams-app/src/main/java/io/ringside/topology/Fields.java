package io.ringside.topology;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/**
 * Writes the fields of a record one after the other, in the order of its schema. What is optional is there as Avro's union
 * of null and something.
 */
final class Fields {
    private static final int NOTHING = 0;
    private static final int SOMETHING = 1;

    private final Encoder out;

    Fields(Encoder out) {
        this.out = out;
    }

    /** The numbers that a schema has for the constants of an enum; symbols have their names. */
    static <E extends Enum<E>> Map<E, Integer> symbols(Class<E> type, Schema schema) {
        Map<E, Integer> numbers = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            numbers.put(constant, schema.getEnumOrdinal(constant.name()));
        }
        return numbers;
    }

    Fields symbol(int number) throws IOException {
        out.writeEnum(number);
        return this;
    }

    Fields symbol(Optional<Integer> number) throws IOException {
        return isThere(number.isPresent()) ? symbol(number.get()) : this;
    }

    Fields text(String text) throws IOException {
        out.writeString(text);
        return this;
    }

    Fields text(Utf8 text) throws IOException {
        out.writeString(text);
        return this;
    }

    Fields text(Optional<String> text) throws IOException {
        return isThere(text.isPresent()) ? text(text.get()) : this;
    }

    Fields flag(boolean flag) throws IOException {
        out.writeBoolean(flag);
        return this;
    }

    Fields flag(Optional<Boolean> flag) throws IOException {
        return isThere(flag.isPresent()) ? flag(flag.get()) : this;
    }

    Fields number(int number) throws IOException {
        out.writeInt(number);
        return this;
    }

    Fields number(OptionalLong number) throws IOException {
        if (isThere(number.isPresent())) {
            out.writeLong(number.getAsLong());
        }
        return this;
    }

    /** A moment, as milliseconds since the epoch. */
    Fields moment(Instant moment) throws IOException {
        out.writeLong(moment.toEpochMilli());
        return this;
    }

    /** A figure; there is no negative zero. */
    Fields figure(OptionalDouble figure) throws IOException {
        return figure(figure.orElse(Double.NaN));
    }

    /** A figure, or NaN for none. */
    Fields figure(double figure) throws IOException {
        if (isThere(!Double.isNaN(figure))) {
            out.writeDouble(figure + 0.0);
        }
        return this;
    }

    private boolean isThere(boolean there) throws IOException {
        out.writeIndex(there ? SOMETHING : NOTHING);
        if (!there) {
            out.writeNull();
        }
        return there;
    }
}
