package io.ringside.producers.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as numbers of a unit or as on a clock, exact to the millisecond. The mapping may give {@code unit} and {@code decimal}.
 *
 * @param unit the unit unless a field has its own
 * @param decimal what stands before the fraction unless a field has its own
 */
record Durations(Unit unit, char decimal) implements Vocabulary<Duration> {
    static final Durations SECONDS = new Durations(Unit.SECONDS, '.');

    /** Longer numbers are no durations; the bound also keeps arithmetic within its range. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,12})?");

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,6}):)?(\\d{1,6}):(\\d{1,2}(?:\\.\\d{1,12})?)");

    private static final Words<Unit> UNITS = Words.of(EnumSet.allOf(Unit.class));

    enum Unit {
        MILLISECONDS(1),
        SECONDS(1_000),
        MINUTES(60_000),
        HOURS(3_600_000),
        /** {@code m:ss} or {@code h:mm:ss}. */
        CLOCK(0);

        private final long milliseconds;

        Unit(long milliseconds) {
            this.milliseconds = milliseconds;
        }
    }

    /** These durations with what the mapping says here of {@code unit} and {@code decimal}. */
    Durations with(YamlNode options) {
        return new Durations(
                options.get("unit").map(Durations::unit).orElse(unit),
                options.get("decimal").map(Durations::decimal).orElse(decimal));
    }

    @Override
    public Meaning<Duration> in(YamlNode choice) {
        return with(choice)::duration;
    }

    private Duration duration(String cell) throws UnreadableCell {
        String text = decimal == '.' ? cell : cell.replace('.', '?').replace(decimal, '.');
        return unit == Unit.CLOCK ? clock(text) : number(text);
    }

    private Duration number(String text) throws UnreadableCell {
        if (!NUMBER.matcher(text).matches()) {
            throw new UnreadableCell("is not a number of " + Words.word(unit));
        }
        return milliseconds(new BigDecimal(text).multiply(BigDecimal.valueOf(unit.milliseconds)));
    }

    private static Duration clock(String text) throws UnreadableCell {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            throw new UnreadableCell("is not a duration like 3:20 or 1:03:20");
        }
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        long minutes = hours * 60 + Long.parseLong(clock.group(2));
        BigDecimal seconds = new BigDecimal(clock.group(3)).add(BigDecimal.valueOf(minutes * 60));
        return milliseconds(seconds.movePointRight(3));
    }

    private static Duration milliseconds(BigDecimal milliseconds) throws UnreadableCell {
        if (milliseconds.signum() < 0) {
            throw new UnreadableCell("must not be negative");
        }
        return Duration.ofMillis(milliseconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Unit unit(YamlNode node) {
        try {
            return UNITS.meaning(node.text());
        } catch (UnreadableCell unknown) {
            node.refuse(unknown.getMessage());
            return Unit.SECONDS;
        }
    }

    private static char decimal(YamlNode node) {
        if (!node.text().equals(".") && !node.text().equals(",")) {
            node.refuse("must be \".\" or \",\"");
            return '.';
        }
        return node.text().charAt(0);
    }
}
