package io.ringside.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them ({@code 20s}, {@code 1h 30m}, {@code 500ms}, {@code 8d}) and as ISO 8601 does. */
final class DurationNotation {
    private static final Pattern PARTS = Pattern.compile(
            "(-?)(?:(\\d{1,6})\\s*d)?\\s*(?:(\\d{1,9})\\s*h)?\\s*(?:(\\d{1,9})\\s*m)?\\s*(?:(\\d{1,9})\\s*s)?\\s*(?:(\\d{1,12})\\s*ms)?");

    /** Nothing here lasts longer; it keeps sums of durations in milliseconds far from overflow. */
    private static final Duration LONGEST = Duration.ofDays(100_000);

    private DurationNotation() {}

    static Optional<Duration> parse(String text) {
        String written = text.strip();
        Optional<Duration> duration = written.toUpperCase(Locale.ROOT).contains("P") ? iso(written) : parts(written);
        return duration.filter(found -> found.compareTo(LONGEST) <= 0 && found.compareTo(LONGEST.negated()) >= 0);
    }

    /** The short form, for example {@code 1m 30s} or {@code 8d}; what is not whole days is in hours, as {@code 36h}. */
    static String print(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.isNegative()) {
            return "-" + print(duration.negated());
        }
        StringBuilder text = new StringBuilder();
        boolean days = duration.equals(Duration.ofDays(duration.toDays()));
        append(text, days ? duration.toDays() : 0, "d");
        append(text, days ? 0 : duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(text.isEmpty() ? "" : " ").append(amount).append(unit);
        }
    }

    private static Optional<Duration> iso(String written) {
        try {
            return Optional.of(Duration.parse(written));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> parts(String written) {
        Matcher parts = PARTS.matcher(written);
        if (!parts.matches() || written.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Duration sum = Duration.ofDays(part(parts, 2))
                .plusHours(part(parts, 3))
                .plusMinutes(part(parts, 4))
                .plusSeconds(part(parts, 5))
                .plusMillis(part(parts, 6));
        return Optional.of(parts.group(1).isEmpty() ? sum : sum.negated());
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
