package io.ringside.core.kpis;

import java.time.ZoneId;
import java.util.List;

import io.ringside.core.kpis.WindowPlan.Rolling;

/**
 * Where the open windows of one local clock stand at a moment: the rolling ones, the interval, the one before, and today;
 * then the periods that are longer than a day.
 */
final class Positions {
    private static final List<String> CALENDAR = List.of("interval", "previous_interval", "today");

    final long asOf;
    private final List<Rolling> rolling;
    private final List<Period> periods;
    private final long[] starts;
    private final long[] ends;
    private final ZoneId[] zones;
    private final int count;
    private final long firstOfPeriods;

    Positions(WindowPlan plan, LocalTime time, long asOf) {
        this.asOf = asOf;
        this.rolling = plan.windows();
        this.periods = List.copyOf(plan.periods());
        count = firstPeriod(plan);
        starts = new long[count + periods.size()];
        ends = new long[starts.length];
        zones = new ZoneId[starts.length];
        for (int i = 0; i < rolling.size(); i++) {
            set(i, rolling.get(i).start(asOf), rolling.get(i).end(asOf), time.zone(asOf));
        }
        long interval = time.intervalOf(asOf);
        long before = time.intervalOf(interval - 1);
        long day = time.dayOf(asOf);
        set(rolling.size(), interval, time.intervalAfter(interval), time.zoneOf(interval));
        set(rolling.size() + 1, before, interval, time.zoneOf(before));
        set(rolling.size() + 2, day, time.dayAfter(day), time.zoneOf(day));
        long first = Long.MAX_VALUE;
        for (int i = 0; i < periods.size(); i++) {
            long start = time.periodOf(periods.get(i), asOf);
            set(count + i, start, time.periodAfter(periods.get(i), asOf), time.zoneOf(start));
            first = Math.min(first, start);
        }
        firstOfPeriods = first;
    }

    /** The number of the first period among all windows. */
    static int firstPeriod(WindowPlan plan) {
        return plan.windows().size() + CALENDAR.size();
    }

    private void set(int window, long start, long end, ZoneId zone) {
        starts[window] = start;
        ends[window] = end;
        zones[window] = zone;
    }

    /** How many windows there are up to a day; the periods follow. */
    int count() {
        return count;
    }

    /** How many windows there are with the periods. */
    int all() {
        return starts.length;
    }

    String id(int window) {
        return isRolling(window)
                ? rolling.get(window).id()
                : isPeriod(window) ? period(window).id() : CALENDAR.get(window - rolling.size());
    }

    long start(int window) {
        return starts[window];
    }

    long end(int window) {
        return ends[window];
    }

    ZoneId zone(int window) {
        return zones[window];
    }

    boolean isRolling(int window) {
        return window < rolling.size();
    }

    boolean isDay(int window) {
        return window == rolling.size() + 2;
    }

    boolean isPeriod(int window) {
        return window >= count;
    }

    Period period(int window) {
        return periods.get(window - count);
    }

    /** Whether the window reaches until now and is stated as time goes on, so that what is open now belongs to it. */
    boolean isNow(int window) {
        return window != rolling.size() + 1 && !isPeriod(window);
    }

    Rolling rolling(int window) {
        return rolling.get(window);
    }

    /** When the interval ends; every calendar window ends there or stays. */
    long intervalEnd() {
        return ends[rolling.size()];
    }

    /** The first moment of today. */
    long day() {
        return starts[rolling.size() + 2];
    }

    /** When today ends. */
    long dayEnd() {
        return ends[rolling.size() + 2];
    }

    /** The first moment of all windows up to a day. */
    long first() {
        long first = Long.MAX_VALUE;
        for (int window = 0; window < count; window++) {
            first = Math.min(first, starts[window]);
        }
        return first;
    }

    /** The first moment of all periods; the largest long where there are none. */
    long firstOfPeriods() {
        return firstOfPeriods;
    }
}
