package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

import io.ringside.core.definitions.Zones;

/** Where intervals, days and longer periods begin on a local clock. Moments are epoch milliseconds. For one thread. */
final class LocalTime {
    private static final long QUARTER = Grain.QUARTER_HOUR.millis();

    private final Zones zones;
    private final long interval;
    private final DayOfWeek weekStart;

    /** The day that was asked for last. */
    private long day;

    private long dayEnd;

    LocalTime(Zones zones, long interval, DayOfWeek weekStart) {
        this.zones = zones;
        this.interval = interval;
        this.weekStart = weekStart;
    }

    /** The zone whose clock holds at a moment. */
    ZoneId zone(long at) {
        return zones.at(at);
    }

    /** The zone on whose clock an interval, a day or a period begins. */
    ZoneId zoneOf(long start) {
        return zones.beginning(start);
    }

    /**
     * The first moment of the interval that a moment lies in. Where the clock is moved within an interval, as by half an
     * hour on Lord Howe Island, or where another clock takes over, one interval ends and another begins: with a quarter of an
     * hour, though some clocks were once moved a minute past.
     */
    long intervalOf(long at) {
        long quarter = Book.quarterOf(at);
        long start = onTheClock(quarter);
        return isOneClock(start, quarter) ? start : Math.max(start, nextQuarter(zones.movedBefore(quarter)));
    }

    /** The first moment after the interval that starts at {@code start}. */
    long intervalAfter(long start) {
        long end = onTheClock(start) + interval;
        return isOneClock(start, end - QUARTER) ? end : Math.min(end, nextQuarter(zones.movedAfter(start)));
    }

    private static long nextQuarter(long at) {
        return Book.quarterOf(at + QUARTER - 1);
    }

    private boolean isOneClock(long from, long to) {
        return zones.offset(from) == zones.offset(to) && zones.at(from).equals(zones.at(to));
    }

    /** The moment at which the clock showed the full interval, by the offset that holds at {@code at}. */
    private long onTheClock(long at) {
        long offset = zones.offset(at);
        return Math.floorDiv(at + offset, interval) * interval - offset;
    }

    /** The first moment of the local day that a moment lies in. */
    long dayOf(long at) {
        if (at < day || at >= dayEnd) {
            LocalDate date = zones.dateOf(at);
            day = zones.startOf(date);
            dayEnd = zones.startOf(date.plusDays(1));
        }
        return day;
    }

    /** The first moment of the local day after the one that a moment lies in. */
    long dayAfter(long at) {
        dayOf(at);
        return dayEnd;
    }

    /** The first moment of the period that a moment lies in. */
    long periodOf(Period period, long at) {
        return zones.startOf(period.first(zones.dateOf(at), weekStart));
    }

    /** The first moment after the period that a moment lies in. */
    long periodAfter(Period period, long at) {
        return zones.startOf(period.next(period.first(zones.dateOf(at), weekStart)));
    }
}
