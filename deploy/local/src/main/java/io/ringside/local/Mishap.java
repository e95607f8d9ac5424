package io.ringside.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import io.ringside.producers.simulator.Incident;

/**
 * An incident as it is asked for on the command line, for example {@code support}, {@code sales,surge=4,after=5m} or
 * {@code billing,missing=0.5,for=30m}.
 *
 * @param queue where it happens
 * @param surge demand as a multiple of what it would be
 * @param missing share of the agents who drop out
 * @param after how long from now until it begins
 * @param length how long it lasts
 */
record Mishap(String queue, double surge, double missing, Duration after, Duration length) {
    private static final double USUAL_SURGE = 3;
    private static final Duration USUAL_AFTER = Duration.ofMinutes(1);
    private static final Duration USUAL_LENGTH = Duration.ofMinutes(20);

    Incident from(Instant now) {
        Instant begin = now.plus(after);
        return new Incident(queue, begin, begin.plus(length), surge, missing);
    }

    /** Reads {@code QUEUE[,surge=N][,missing=SHARE][,after=DURATION][,for=DURATION]}. */
    static final class Converter implements ITypeConverter<Mishap> {
        @Override
        public Mishap convert(String text) {
            List<String> parts = List.of(text.split(",", -1));
            boolean plain = parts.stream().noneMatch(part -> part.startsWith("surge=") || part.startsWith("missing="));
            Mishap mishap = new Mishap(parts.get(0), plain ? USUAL_SURGE : 1, 0, USUAL_AFTER, USUAL_LENGTH);
            for (String part : parts.subList(1, parts.size())) {
                mishap = with(mishap, part);
            }
            return mishap;
        }

        private static Mishap with(Mishap mishap, String part) {
            String value = part.substring(part.indexOf('=') + 1);
            return switch (part.substring(0, part.length() - value.length())) {
                case "surge=" -> new Mishap(mishap.queue, number(value), mishap.missing, mishap.after, mishap.length);
                case "missing=" -> new Mishap(mishap.queue, mishap.surge, number(value), mishap.after, mishap.length);
                case "after=" -> new Mishap(mishap.queue, mishap.surge, mishap.missing, duration(value), mishap.length);
                case "for=" -> new Mishap(mishap.queue, mishap.surge, mishap.missing, mishap.after, duration(value));
                default ->
                    throw new TypeConversionException(
                            "'" + part + "' is none of surge=N, missing=SHARE, after=DURATION, for=DURATION");
            };
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is no number");
            }
        }

        private static Duration duration(String text) {
            return new DurationConverter().convert(text);
        }
    }
}
