package io.ringside.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line: {@code 90s}, {@code 2h}, {@code 1h30m}, {@code 3d}, or as ISO 8601 has them. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        String written = text.toUpperCase(Locale.ROOT);
        String iso = written.startsWith("P") ? written : written.endsWith("D") ? "P" + written : "PT" + written;
        try {
            Duration duration = Duration.parse(iso);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no duration such as 90s, 20m or 2h");
        }
        throw new TypeConversionException("'" + text + "' is less than nothing");
    }
}
