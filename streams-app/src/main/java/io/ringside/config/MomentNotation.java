package io.ringside.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** How moments are written: a date, a date with a time, or one with an offset as well; to the millisecond. */
public final class MomentNotation {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]");

    private MomentNotation() {}

    /**
     * Reads a moment.
     *
     * @param zone where a date begins, and where a time without an offset is meant
     * @return empty where the text is not written this way
     */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        try {
            TemporalAccessor read = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime moment) {
                return Optional.of(moment.toInstant());
            }
            LocalDateTime local = read instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) read;
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException notSo) {
            return Optional.empty();
        }
    }

    /** Writes a moment as a time of a zone, with its offset. */
    public static String print(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }

    static Notation<Instant> in(ZoneId zone) {
        return new Notation<>(
                "date or time",
                "a date or time such as 2026-12-01, 2026-12-01T08:00 or 2026-12-01T08:00+01:00",
                text -> parse(text, zone),
                moment -> print(moment, zone));
    }
}
