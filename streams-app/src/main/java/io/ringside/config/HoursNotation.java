package io.ringside.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ringside.core.definitions.OpeningTime;

/** How opening times and dates are written. */
final class HoursNotation {
    private static final String CLOSED = "closed";
    private static final String END_OF_DAY = "24:00";
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Opening times, or none. */
    static final Notation<Optional<OpeningTime>> HOURS = new Notation<>(
            "opening times",
            "opening times such as 08:00-18:00, 22:00-06:00 (over midnight) or 00:00-24:00, or closed",
            HoursNotation::hours,
            time -> time.map(HoursNotation::print).orElse(CLOSED));

    static final Notation<LocalDate> DATE =
            new Notation<>("date", "a date such as 2026-12-24", HoursNotation::date, LocalDate::toString);

    private HoursNotation() {}

    static String print(OpeningTime time) {
        return time.opens() + "-" + (time.closes().equals(LocalTime.MIDNIGHT) ? END_OF_DAY : time.closes());
    }

    private static Optional<Optional<OpeningTime>> hours(String text) {
        if (text.equalsIgnoreCase(CLOSED)) {
            return Optional.of(Optional.empty());
        }
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        boolean untilMidnight = span.group(2).equals(END_OF_DAY);
        Optional<LocalTime> opens = time(span.group(1));
        Optional<LocalTime> closes = untilMidnight ? Optional.of(LocalTime.MIDNIGHT) : time(span.group(2));
        if (opens.isEmpty() || closes.isEmpty() || (opens.equals(closes) && !untilMidnight)) {
            return Optional.empty();
        }
        return Optional.of(Optional.of(new OpeningTime(opens.get(), closes.get())));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
