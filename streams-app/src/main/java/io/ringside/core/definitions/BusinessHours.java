package io.ringside.core.definitions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When a scope is open: a calendar, on the clock of the scope. A time that the clock shows twice is the first, one that it
 * skips is the moment of the skip. Moments are epoch milliseconds.
 */
public record BusinessHours(Calendar calendar, Zones zones) {
    private static final int LOOKS_AHEAD = 10;

    /** A stretch of time during which it is open. */
    private record Stretch(long opens, long closes) {

        long within(long from, long to) {
            return Math.max(0, Math.min(closes, to) - Math.max(opens, from));
        }
    }

    public boolean isOpenAt(long moment) {
        LocalDate today = zones.dateOf(moment);
        return open(today.minusDays(1), today).stream()
                .anyMatch(stretch -> stretch.opens <= moment && moment < stretch.closes);
    }

    /** The next moment at which it opens or closes; or one some days ahead, if it does neither until then. */
    public long nextChange(long moment) {
        LocalDate today = zones.dateOf(moment);
        LocalDate last = today.plusDays(LOOKS_AHEAD);
        return open(today.minusDays(1), last).stream()
                .flatMapToLong(stretch -> LongStream.of(stretch.opens, stretch.closes))
                .filter(change -> change > moment)
                .reduce(zones.startOf(last), Math::min);
    }

    /** How long it is open from one moment to another, in milliseconds. */
    public long between(long from, long to) {
        return open(zones.dateOf(from).minusDays(1), zones.dateOf(to)).stream()
                .mapToLong(stretch -> stretch.within(from, to))
                .sum();
    }

    /** The opening times that begin on these dates: in order, and those that touch or overlap are one. */
    private List<Stretch> open(LocalDate first, LocalDate last) {
        List<Stretch> open = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (OpeningTime time : calendar.on(date)) {
                add(new Stretch(time.opensOn(date, zones), time.closesOn(date, zones)), open);
            }
        }
        return open;
    }

    private static void add(Stretch next, List<Stretch> open) {
        Stretch before = open.isEmpty() ? null : open.get(open.size() - 1);
        if (before != null && next.opens <= before.closes) {
            open.set(open.size() - 1, new Stretch(before.opens, Math.max(before.closes, next.closes)));
        } else if (next.opens < next.closes) {
            open.add(next);
        }
    }
}
