package io.ringside.local;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Moments on the command line, as ISO 8601 has them, with a zone: {@code 2026-03-02T07:00:00Z} or {@code …+01:00}. */
final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no time such as 2026-03-02T07:00:00Z");
        }
    }
}
