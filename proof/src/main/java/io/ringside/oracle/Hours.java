package io.ringside.oracle;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opening times, the same on some weekdays.
 *
 * @param closes on the day after, where it is before the opening
 */
public record Hours(String name, LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {
    private static final long MINUTE = 60_000;

    /** Whether it is open while the clock shows this. */
    boolean isOpen(ZonedDateTime shown) {
        LocalTime time = shown.toLocalTime();
        DayOfWeek day = shown.getDayOfWeek();
        if (opens.isBefore(closes)) {
            return days.contains(day) && !time.isBefore(opens) && time.isBefore(closes);
        }
        return (days.contains(day) && !time.isBefore(opens)) || (days.contains(day.minus(1)) && time.isBefore(closes));
    }

    /** How long it is open from one moment to another, in milliseconds: minute by minute. */
    long between(long from, long to, Clock clock) {
        long open = 0;
        for (long minute = from / MINUTE * MINUTE; minute < to; minute += MINUTE) {
            if (isOpen(clock.at(minute))) {
                open += Math.min(to, minute + MINUTE) - Math.max(from, minute);
            }
        }
        return open;
    }

    String yaml() {
        return days.stream()
                .sorted()
                .map(day -> day.name().toLowerCase(Locale.ROOT) + ": " + opens + "-" + closes)
                .collect(Collectors.joining(", ", "  " + name + ": {", "}\n"));
    }
}
