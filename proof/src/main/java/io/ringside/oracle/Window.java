package io.ringside.oracle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
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
    public static Window interval(long at, Duration length, ZoneId zone) {
        return around(at, quarter -> {
            ZonedDateTime now = local(quarter, zone);
            ZonedDateTime before = local(quarter - 1, zone);
            boolean clockIsMoved = !now.getOffset().equals(before.getOffset());
            return clockIsMoved || (now.getHour() * 60 + now.getMinute()) % length.toMinutes() == 0;
        });
    }

    /** The local day around a moment: it begins when the date changes. */
    public static Window day(long at, ZoneId zone) {
        return around(at, quarter -> !local(quarter, zone)
                .toLocalDate()
                .equals(local(quarter - 1, zone).toLocalDate()));
    }

    /** The week around a moment: it begins with Monday. */
    public static Window week(long at, ZoneId zone) {
        LocalDate monday = local(at, zone).toLocalDate();
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        return between(monday, monday.plusDays(7), zone);
    }

    /** The month around a moment. */
    public static Window month(long at, ZoneId zone) {
        YearMonth month = YearMonth.from(local(at, zone));
        return between(month.atDay(1), month.plusMonths(1).atDay(1), zone);
    }

    /** The quarter around a moment: it begins with January, April, July or October. */
    public static Window quarter(long at, ZoneId zone) {
        YearMonth month = YearMonth.from(local(at, zone));
        while (month.getMonthValue() % 3 != 1) {
            month = month.minusMonths(1);
        }
        return between(month.atDay(1), month.plusMonths(3).atDay(1), zone);
    }

    private static Window between(LocalDate first, LocalDate next, ZoneId zone) {
        return new Window(start(first, zone), start(next, zone));
    }

    /** The first quarter of an hour at which the clock shows a date, or a later one. */
    private static long start(LocalDate date, ZoneId zone) {
        long at = date.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        while (local(at, zone).toLocalDate().isBefore(date)) {
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

    private static ZonedDateTime local(long at, ZoneId zone) {
        return Instant.ofEpochMilli(at).atZone(zone);
    }

    @Override
    public String toString() {
        return Instant.ofEpochMilli(start) + "/" + Instant.ofEpochMilli(end);
    }
}
