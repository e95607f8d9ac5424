package io.ringside.core.definitions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose clock a scope lives by, and from which date on: a site that moves to another zone keeps the days that it had.
 * Moments are epoch milliseconds.
 *
 * <p>Dates follow one another without gap or overlap. A zone takes over when the date from which it holds begins on the
 * clock of the zone before; that date ends when it ends on the new clock, so the day of the change is as much longer or
 * shorter as the two clocks lie apart.
 */
public final class Zones {

    /** One zone while it holds: from the beginning of a date. */
    private record Stretch(ZoneId zone, LocalDate from, long since) {}

    private final Dated<Stretch> stretches;
    private final List<Stretch> later;

    private Zones(Dated<Stretch> stretches) {
        this.stretches = stretches;
        this.later = List.copyOf(stretches.changes().values());
    }

    /** One zone, always. */
    public static Zones always(ZoneId zone) {
        return of(zone, Map.of());
    }

    /** One zone, and others from dates on. */
    public static Zones of(ZoneId first, Map<LocalDate, ZoneId> later) {
        Zones zones = new Zones(Dated.always(new Stretch(first, LocalDate.MIN, Long.MIN_VALUE)));
        for (Map.Entry<LocalDate, ZoneId> change : new TreeMap<>(later).entrySet()) {
            if (!zones.last().equals(change.getValue())) {
                zones = zones.with(change.getKey(), change.getValue());
            }
        }
        return zones;
    }

    private Zones with(LocalDate from, ZoneId zone) {
        long since = startOf(from);
        Map<Instant, Stretch> changes = new TreeMap<>(stretches.changes());
        changes.put(Instant.ofEpochMilli(since), new Stretch(zone, from, since));
        return new Zones(Dated.of(stretches.first(), changes));
    }

    /** The zone whose clock holds at a moment. */
    public ZoneId at(long moment) {
        return stretches.at(moment).zone;
    }

    /** The zone that holds in the end. */
    public ZoneId last() {
        return stretches.last().zone;
    }

    /** The zone on whose clock a day, or what else is a stretch of local time, begins at a moment. */
    public ZoneId beginning(long start) {
        return at(start - 1);
    }

    /** How far the clock is ahead of UTC at a moment, in milliseconds. */
    public long offset(long moment) {
        return 1_000L * offset(at(moment), moment).getTotalSeconds();
    }

    private static ZoneOffset offset(ZoneId zone, long moment) {
        return zone.getRules().getOffset(Instant.ofEpochMilli(moment));
    }

    /** The last moment, not after this one, at which the clock was moved or another took over; the least long if none was. */
    public long movedBefore(long moment) {
        Stretch stretch = stretches.at(moment);
        return Math.max(
                stretch.since,
                moment(stretch.zone.getRules().previousTransition(Instant.ofEpochMilli(moment + 1)), Long.MIN_VALUE));
    }

    /** The first moment after this one at which the clock is moved or another takes over; the largest long if none is. */
    public long movedAfter(long moment) {
        long moved = moment(at(moment).getRules().nextTransition(Instant.ofEpochMilli(moment)), Long.MAX_VALUE);
        return later.stream()
                .mapToLong(Stretch::since)
                .filter(since -> since > moment)
                .reduce(moved, Math::min);
    }

    private static long moment(ZoneOffsetTransition transition, long none) {
        return transition == null ? none : transition.getInstant().toEpochMilli();
    }

    /**
     * The local date at a moment. Where the clock goes back over midnight, the new date has begun; where another clock
     * takes over that is behind, its date has.
     */
    public LocalDate dateOf(long moment) {
        Stretch stretch = stretches.at(moment);
        LocalDate date = Instant.ofEpochMilli(moment).atZone(stretch.zone).toLocalDate();
        if (date.isBefore(stretch.from)) {
            date = stretch.from;
        }
        while (startOf(date.plusDays(1)) <= moment) {
            date = date.plusDays(1);
        }
        return date;
    }

    /** The first moment of a local date; where the clock skips a date, that of the next. */
    public long startOf(LocalDate date) {
        Stretch stretch = holdingOn(date);
        return date.equals(stretch.from)
                ? stretch.since
                : Math.max(
                        stretch.since,
                        date.atStartOfDay(stretch.zone).toInstant().toEpochMilli());
    }

    /** The moment at which the clock first shows a time of a local date; where it skips that time, the moment of the skip. */
    public long momentOf(LocalDate date, LocalTime time) {
        Stretch stretch = holdingOn(date);
        ZoneOffsetTransition moved = stretch.zone.getRules().getTransition(date.atTime(time));
        Instant moment = moved != null && moved.isGap()
                ? moved.getInstant()
                : date.atTime(time).atZone(stretch.zone).toInstant();
        return time.equals(LocalTime.MIDNIGHT) ? startOf(date) : Math.max(stretch.since, moment.toEpochMilli());
    }

    private Stretch holdingOn(LocalDate date) {
        Stretch holding = stretches.first();
        for (Stretch stretch : later) {
            if (!stretch.from.isAfter(date)) {
                holding = stretch;
            }
        }
        return holding;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Zones other && stretches.equals(other.stretches);
    }

    @Override
    public int hashCode() {
        return stretches.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(stretches.first().zone.getId());
        later.forEach(stretch ->
                text.append(", from ").append(stretch.from).append(' ').append(stretch.zone.getId()));
        return text.toString();
    }
}
