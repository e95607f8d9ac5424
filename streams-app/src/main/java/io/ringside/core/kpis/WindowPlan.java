package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which windows there are, and how long panes are kept.
 *
 * @param rolling whether the last 5, 15, 30 and 60 minutes are followed
 * @param interval the length of an interval: 15, 30 or 60 minutes
 * @param total whether all time is stated when a replay ends
 * @param closeAfter how long after its end a window closes
 * @param retention how long intervals are kept and can be stated again
 * @param dayRetention the same for days; longer periods are kept as long as their last day
 * @param periods the windows that are longer than a day
 * @param weekStart the day on which weeks begin
 */
public record WindowPlan(
        boolean rolling,
        Duration interval,
        boolean total,
        Duration closeAfter,
        Duration retention,
        Duration dayRetention,
        Set<Period> periods,
        DayOfWeek weekStart) {

    /** A window that reaches from some minutes ago until now, in steps of its panes. */
    public record Rolling(String id, long length, Grain grain) {

        /** The first moment of the window at a moment: the newest pane is in, whole; all epoch milliseconds. */
        long start(long asOf) {
            return end(asOf) - length;
        }

        long end(long asOf) {
            return stepOf(asOf) + grain.millis();
        }

        /** The moment at which a pane of the window is in it no longer. */
        long leaves(long pane) {
            return stepOf(pane + length);
        }

        /** The moment at which a pane still ahead of the window is in it. */
        long enters(long pane) {
            return stepOf(pane);
        }

        private long stepOf(long at) {
            return Math.floorDiv(at, grain.millis()) * grain.millis();
        }
    }

    private static final long MINUTE = 60_000;
    private static final long LONGEST = 60 * MINUTE;

    static final List<Rolling> ROLLING = List.of(
            new Rolling("5m", 5 * MINUTE, Grain.TEN_SECONDS),
            new Rolling("15m", 15 * MINUTE, Grain.MINUTE),
            new Rolling("30m", 30 * MINUTE, Grain.MINUTE),
            new Rolling("60m", LONGEST, Grain.MINUTE));

    public WindowPlan {
        if (!List.of(15L, 30L, 60L).contains(interval.toMinutes()) || interval.toMillis() % MINUTE != 0) {
            throw new IllegalArgumentException("an interval has 15, 30 or 60 minutes, not " + interval);
        }
        periods = Collections.unmodifiableSortedSet(new TreeSet<>(periods));
    }

    List<Rolling> windows() {
        return rolling ? ROLLING : List.of();
    }

    /** Whether a rolling window needs anything of a quarter of an hour, be it now or later. */
    boolean isRecent(long quarter, long asOf) {
        return rolling && (asOf == Long.MIN_VALUE || quarter + Grain.QUARTER_HOUR.millis() > asOf - LONGEST);
    }

    /** The start of the oldest quarter of an hour or day that is kept, epoch milliseconds. */
    long keptSince(Grain grain, long asOf) {
        if (asOf == Long.MIN_VALUE) {
            return asOf;
        }
        return asOf - (grain == Grain.DAY ? dayRetention : retention).toMillis();
    }

    /**
     * The first quarter of an hour that is at hand, epoch milliseconds: they stay for an interval longer than they can change,
     * so that an interval is never stated again without its first part.
     */
    long quartersSince(long asOf) {
        return asOf == Long.MIN_VALUE
                ? asOf
                : Book.quarterOf(asOf - retention.plus(interval).toMillis());
    }

    /** The finest panes: what happens within one of them is added up before it travels. */
    public Grain finest() {
        return rolling ? Grain.TEN_SECONDS : Grain.QUARTER_HOUR;
    }
}
