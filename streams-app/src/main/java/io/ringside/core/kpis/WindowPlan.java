package io.ringside.core.kpis;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which windows there are, and how long panes are kept.
 *
 * @param rolling whether the last 5, 15, 30 and 60 minutes are followed
 * @param interval the length of an interval: 15, 30 or 60 minutes
 * @param total whether all time is stated when a replay ends
 * @param closeAfter how long after its end a window closes
 * @param retention how long intervals are kept and can be stated again
 * @param dayRetention the same for days
 */
public record WindowPlan(
        boolean rolling,
        Duration interval,
        boolean total,
        Duration closeAfter,
        Duration retention,
        Duration dayRetention) {

    /** A window that reaches from some minutes ago until now, in steps of its panes. */
    public record Rolling(String id, long length, Grain grain) {

        /** The first moment of the window at a moment: the newest pane is in, whole; all epoch milliseconds. */
        long start(long asOf) {
            return end(asOf) - length;
        }

        long end(long asOf) {
            return Math.floorDiv(asOf, grain.millis()) * grain.millis() + grain.millis();
        }
    }

    private static final long MINUTE = 60_000;

    static final List<Rolling> ROLLING = List.of(
            new Rolling("5m", 5 * MINUTE, Grain.TEN_SECONDS),
            new Rolling("15m", 15 * MINUTE, Grain.MINUTE),
            new Rolling("30m", 30 * MINUTE, Grain.MINUTE),
            new Rolling("60m", 60 * MINUTE, Grain.MINUTE));

    public WindowPlan {
        if (!List.of(15L, 30L, 60L).contains(interval.toMinutes()) || interval.toMillis() % MINUTE != 0) {
            throw new IllegalArgumentException("an interval has 15, 30 or 60 minutes, not " + interval);
        }
    }

    List<Rolling> windows() {
        return rolling ? ROLLING : List.of();
    }

    /** Whether no other window of the same grain reaches further back. */
    boolean isLongest(Rolling window) {
        return windows().stream().noneMatch(w -> w.grain() == window.grain() && w.length() > window.length());
    }

    /** The panes that facts are added to. */
    Set<Grain> grains() {
        return rolling ? EnumSet.allOf(Grain.class) : EnumSet.range(Grain.QUARTER_HOUR, Grain.TOTAL);
    }

    /** The start of the oldest pane that is kept, epoch milliseconds. */
    long keptSince(Grain grain, long asOf) {
        return switch (grain) {
            case TEN_SECONDS -> ROLLING.get(0).start(asOf);
            case MINUTE -> ROLLING.get(ROLLING.size() - 1).start(asOf);
            case QUARTER_HOUR -> asOf - retention.toMillis();
            case DAY -> asOf - dayRetention.toMillis();
            case TOTAL -> Long.MIN_VALUE;
        };
    }

    /** The finest panes: what happens within one of them is added up before it goes into the others. */
    public Grain finest() {
        return rolling ? Grain.TEN_SECONDS : Grain.QUARTER_HOUR;
    }
}
