package io.ringside.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value is written.
 *
 * @param kind what it is, in a word or two
 * @param what that with an example; completes the words "must be"
 * @param reader the value of a text; empty where the text is not written this way
 * @param writer the text of a value
 * @param hint what to add to a complaint about a text, if anything
 */
record Notation<T>(
        String kind,
        String what,
        Function<String, Optional<T>> reader,
        Function<T, String> writer,
        Function<String, String> hint) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(|KiB|MiB)");

    static final Notation<String> TEXT = new Notation<>("text", "text", Optional::of, Function.identity());

    static final Notation<Boolean> SWITCH = oneOf(List.of(true, false), String::valueOf);

    static final Notation<Integer> WHOLE =
            new Notation<>("whole number", "a whole number", Notation::whole, String::valueOf);

    static final Notation<Double> NUMERIC =
            new Notation<>("number", "a number", text -> number(text).map(BigDecimal::doubleValue), Notation::plain);

    static final Notation<Double> SHARE =
            new Notation<>("share", "a share such as 0.8 or 80 %", Notation::share, share -> plain(share * 100) + " %");

    static final Notation<Duration> DURATION = new Notation<>(
            "duration", "a duration such as 20s, 5m or PT20S", DurationNotation::parse, DurationNotation::print);

    static final Notation<Integer> BYTES =
            new Notation<>("size", "a size such as 65536, 64 KiB or 1 MiB", Notation::bytes, Notation::size);

    static final Notation<ZoneId> ZONE = new Notation<>(
            "time zone",
            "a time zone such as Europe/Berlin",
            Notation::zone,
            ZoneId::getId,
            text -> Suggestion.question(text, ZoneId.getAvailableZoneIds()));

    Notation(String kind, String what, Function<String, Optional<T>> reader, Function<T, String> writer) {
        this(kind, what, reader, writer, text -> "");
    }

    /** This notation for values that are computed from what is written. */
    <R> Notation<R> as(Function<T, R> computed, Function<R, T> back) {
        return new Notation<>(
                kind, what, text -> reader.apply(text).map(computed), value -> writer.apply(back.apply(value)));
    }

    /** One of a few values, each by its name. */
    static <T> Notation<T> oneOf(List<T> values, Function<T, String> name) {
        List<String> names = values.stream().map(name).toList();
        String last = names.get(names.size() - 1);
        String what = String.join(", ", names.subList(0, names.size() - 1)) + " or " + last;
        return new Notation<>(what, what, text -> find(values, name, text), name);
    }

    private static <T> Optional<T> find(List<T> values, Function<T, String> name, String text) {
        return values.stream()
                .filter(value -> name.apply(value).equalsIgnoreCase(text))
                .findFirst();
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Integer> whole(String text) {
        try {
            return number(text).map(BigDecimal::intValueExact);
        } catch (ArithmeticException fractionOrTooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Double> share(String text) {
        if (text.endsWith("%")) {
            return number(text.substring(0, text.length() - 1).strip())
                    .map(percent -> percent.movePointLeft(2).doubleValue());
        }
        return number(text).map(BigDecimal::doubleValue);
    }

    private static Optional<Integer> bytes(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        int shift = size.group(2).isEmpty() ? 0 : size.group(2).equals("KiB") ? 10 : 20;
        long bytes = Long.parseLong(size.group(1)) << shift;
        return bytes > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) bytes);
    }

    private static String size(int bytes) {
        if (bytes > 0 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MiB";
        }
        return bytes > 0 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : String.valueOf(bytes);
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static String plain(double number) {
        return new BigDecimal(String.format(Locale.ROOT, "%.9f", number))
                .stripTrailingZeros()
                .toPlainString();
    }
}
