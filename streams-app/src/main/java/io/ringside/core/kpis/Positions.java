package io.ringside.core.kpis;

import java.util.List;

import io.ringside.core.kpis.WindowPlan.Rolling;

/** Where the open windows of one zone stand at a moment: the rolling ones, the interval, the one before, and today. */
final class Positions {
    private static final List<String> CALENDAR = List.of("interval", "previous_interval", "today");

    final long asOf;
    private final List<Rolling> rolling;
    private final long[] starts;
    private final long[] ends;

    Positions(WindowPlan plan, LocalTime time, long asOf) {
        this.asOf = asOf;
        this.rolling = plan.windows();
        starts = new long[rolling.size() + CALENDAR.size()];
        ends = new long[starts.length];
        for (int i = 0; i < rolling.size(); i++) {
            set(i, rolling.get(i).start(asOf), rolling.get(i).end(asOf));
        }
        long interval = time.intervalOf(asOf);
        long day = time.dayOf(asOf);
        set(rolling.size(), interval, time.intervalAfter(interval));
        set(rolling.size() + 1, time.intervalOf(interval - 1), interval);
        set(rolling.size() + 2, day, time.dayAfter(day));
    }

    private void set(int window, long start, long end) {
        starts[window] = start;
        ends[window] = end;
    }

    int count() {
        return starts.length;
    }

    String id(int window) {
        return isRolling(window) ? rolling.get(window).id() : CALENDAR.get(window - rolling.size());
    }

    long start(int window) {
        return starts[window];
    }

    long end(int window) {
        return ends[window];
    }

    boolean isRolling(int window) {
        return window < rolling.size();
    }

    boolean isDay(int window) {
        return window == rolling.size() + 2;
    }

    /** Whether the window reaches until now, so that what is open now belongs to it. */
    boolean isNow(int window) {
        return window != rolling.size() + 1;
    }

    Rolling rolling(int window) {
        return rolling.get(window);
    }

    /** When the interval ends; every calendar window ends there or stays. */
    long intervalEnd() {
        return ends[rolling.size()];
    }

    /** The first moment of all windows. */
    long first() {
        long first = Long.MAX_VALUE;
        for (long start : starts) {
            first = Math.min(first, start);
        }
        return first;
    }
}
