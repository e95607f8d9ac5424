package io.ringside.oracle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.LongPredicate;

/**
 * A stretch of time, epoch milliseconds.
 *
 * @param start its first moment
 * @param end the first moment after it
 */
public record Window(long start, long end) {
    /** Clocks of all zones are moved and show full quarters at full quarters of UTC. */
    private static final long QUARTER = 900_000;

    /** Whatever happened. */
    public static final Window ALL_TIME = new Window(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean holds(long at) {
        return start <= at && at < end;
    }

    /** The interval around a moment: it begins when the clock shows so, and whenever the clock is moved. */
    public static Window interval(long at, Duration length, Clock clock) {
        return around(at, quarter -> {
            ZonedDateTime now = clock.at(quarter);
            ZonedDateTime before = clock.at(quarter - 1);
            boolean clockIsMoved = !now.getOffset().equals(before.getOffset())
                    || !now.getZone().equals(before.getZone());
            return clockIsMoved || (now.getHour() * 60 + now.getMinute()) % length.toMinutes() == 0;
        });
    }

    /** The local day around a moment: it begins when the date changes. */
    public static Window day(long at, Clock clock) {
        return around(at, quarter -> !clock.date(quarter).equals(clock.date(quarter - 1)));
    }

    /** The week around a moment: it begins with Monday. */
    public static Window week(long at, Clock clock) {
        LocalDate monday = clock.date(at);
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        return between(monday, monday.plusDays(7), clock);
    }

    /** The month around a moment. */
    public static Window month(long at, Clock clock) {
        YearMonth month = YearMonth.from(clock.date(at));
        return between(month.atDay(1), month.plusMonths(1).atDay(1), clock);
    }

    /** The quarter around a moment: it begins with January, April, July or October. */
    public static Window quarter(long at, Clock clock) {
        YearMonth month = YearMonth.from(clock.date(at));
        while (month.getMonthValue() % 3 != 1) {
            month = month.minusMonths(1);
        }
        return between(month.atDay(1), month.plusMonths(3).atDay(1), clock);
    }

    private static Window between(LocalDate first, LocalDate next, Clock clock) {
        return new Window(start(first, clock), start(next, clock));
    }

    /** The first quarter of an hour at which the clock shows a date, or a later one. */
    private static long start(LocalDate date, Clock clock) {
        long at = date.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        while (clock.date(at).isBefore(date)) {
            at += QUARTER;
        }
        return at;
    }

    /** The last so many minutes: until the step of time that has begun is over. */
    public static Window rolling(long asOf, Duration length, Duration step) {
        long end = (asOf / step.toMillis() + 1) * step.toMillis();
        return new Window(end - length.toMillis(), end);
    }

    private static Window around(long at, LongPredicate begins) {
        long start = at / QUARTER * QUARTER;
        while (!begins.test(start)) {
            start -= QUARTER;
        }
        long end = start + QUARTER;
        while (!begins.test(end)) {
            end += QUARTER;
        }
        return new Window(start, end);
    }

    @Override
    public String toString() {
        return Instant.ofEpochMilli(start) + "/" + Instant.ofEpochMilli(end);
    }
}
