package io.ringside.producers.replay;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * How times are written in a file.
 *
 * @param name as the mapping says it
 * @param formatter reads times that are written out
 * @param epochMilliseconds the unit of times that count from 1970-01-01T00:00Z, in milliseconds
 */
record TimePattern(String name, Optional<DateTimeFormatter> formatter, Optional<Integer> epochMilliseconds) {
    static final TimePattern ISO = written("iso", isoWithBlankOrOffset());

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 11, 23, 21, 47, 58, 0, ZoneOffset.UTC);

    /** Throws {@link IllegalArgumentException}, with the rule it breaks, for what is no pattern of a date and a time. */
    static TimePattern of(String name) {
        return switch (name) {
            case "iso" -> ISO;
            case "epoch-seconds" -> new TimePattern(name, Optional.empty(), Optional.of(1_000));
            case "epoch-milliseconds" -> new TimePattern(name, Optional.empty(), Optional.of(1));
            default -> written(name, letters(name));
        };
    }

    /** Whether times written so can never say their zone or offset. */
    boolean neverNamesZone() {
        return !this.equals(ISO)
                && formatter
                        .map(pattern -> !(roundTrip(pattern) instanceof ZonedDateTime))
                        .orElse(false);
    }

    private static TimePattern written(String name, DateTimeFormatterBuilder builder) {
        // yyyy is a year of an era; strict reading, which refuses 30 February, wants to know which.
        DateTimeFormatter formatter = builder.parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return new TimePattern(name, Optional.of(formatter), Optional.empty());
    }

    private static DateTimeFormatterBuilder letters(String pattern) {
        String rule = "must be iso, epoch-seconds, epoch-milliseconds or a pattern of a date and a time of day";
        try {
            DateTimeFormatterBuilder builder =
                    new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
            roundTrip(written(pattern, builder).formatter().orElseThrow());
            return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        } catch (IllegalArgumentException | DateTimeException invalid) {
            throw new IllegalArgumentException(rule, invalid);
        }
    }

    private static Object roundTrip(DateTimeFormatter formatter) {
        return formatter.parseBest(formatter.format(SAMPLE), ZonedDateTime::from, LocalDateTime::from);
    }

    private static DateTimeFormatterBuilder isoWithBlankOrOffset() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[' '][XXX][XX][X]");
    }

    @Override
    public String toString() {
        return name;
    }
}
