package io.ringside.producers.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times of one pattern. The mapping may give {@code pattern} and {@code zone}.
 *
 * @param pattern how times are written unless a field has its own
 * @param zone the zone of times that name none, unless a field has its own
 */
record Times(TimePattern pattern, Optional<ZoneId> zone) implements Vocabulary<Moment> {
    static final Times ISO = new Times(TimePattern.ISO, Optional.empty());

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,16}(\\.\\d{1,12})?");

    /** These times with what the mapping says here of {@code pattern} and {@code zone}. */
    Times with(YamlNode options) {
        return new Times(
                options.get("pattern").map(Times::pattern).orElse(pattern),
                options.get("zone").flatMap(Times::zone).or(() -> zone));
    }

    @Override
    public Meaning<Moment> in(YamlNode choice) {
        Times here = with(choice);
        if (here.zone.isEmpty() && here.pattern.neverNamesZone()) {
            choice.refuse("needs a zone: the pattern names none (times.zone, or zone here)");
        }
        return here::moment;
    }

    @Override
    public String separator() {
        return " ";
    }

    private Moment moment(String cell) throws UnreadableCell {
        return pattern.epochMilliseconds().isPresent()
                ? sinceEpoch(cell, pattern.epochMilliseconds().get())
                : written(cell);
    }

    private Moment sinceEpoch(String cell, int unitMilliseconds) throws UnreadableCell {
        if (!NUMBER.matcher(cell).matches()) {
            throw new UnreadableCell("is not a number of " + pattern);
        }
        BigDecimal milliseconds = new BigDecimal(cell).multiply(BigDecimal.valueOf(unitMilliseconds));
        return new Moment.Exact(Instant.ofEpochMilli(
                milliseconds.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    private Moment written(String cell) throws UnreadableCell {
        try {
            TemporalAccessor time =
                    pattern.formatter().orElseThrow().parseBest(cell, ZonedDateTime::from, LocalDateTime::from);
            if (time instanceof ZonedDateTime zoned) {
                return new Moment.Exact(zoned.toInstant());
            }
            ZoneId local = zone.orElseThrow(() -> new UnreadableCell("names no zone, and the mapping gives none"));
            return new Moment.Local(LocalDateTime.from(time), local);
        } catch (DateTimeException noTime) {
            throw new UnreadableCell("is not a time written as " + pattern);
        }
    }

    private static TimePattern pattern(YamlNode node) {
        try {
            return TimePattern.of(node.text());
        } catch (IllegalArgumentException invalid) {
            node.refuse(invalid.getMessage());
            return TimePattern.ISO;
        }
    }

    private static Optional<ZoneId> zone(YamlNode node) {
        try {
            return Optional.of(ZoneId.of(node.text()));
        } catch (DateTimeException unknown) {
            node.refuse("must be a time zone such as Europe/Berlin, UTC or +02:00");
            // Said once is enough: the fields that lack a zone now are not to blame.
            return Optional.of(ZoneId.of("UTC"));
        }
    }
}
