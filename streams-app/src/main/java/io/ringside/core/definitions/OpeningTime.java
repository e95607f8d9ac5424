package io.ringside.core.definitions;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A stretch of a day at which somebody is there, on the local clock.
 *
 * @param closes the first moment at which nobody is there any more: on the next day where it is not after the opening, so
 *     that midnight is the end of the day
 */
public record OpeningTime(LocalTime opens, LocalTime closes) {
    public OpeningTime {
        if (opens.equals(closes) && !opens.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("opening times begin and end at different times, not both at " + opens);
        }
    }

    /** Whether there are moments that are in both, on one day. */
    public boolean overlaps(OpeningTime other) {
        return isBeforeEndOf(opens, other) && isBeforeEndOf(other.opens, this);
    }

    private static boolean isBeforeEndOf(LocalTime time, OpeningTime other) {
        return !other.closes.isAfter(other.opens) || time.isBefore(other.closes);
    }

    /** The first moment of these opening times on a date, epoch milliseconds. */
    long opensOn(LocalDate date, Zones zones) {
        return zones.momentOf(date, opens);
    }

    /** The first moment after these opening times that began on a date, epoch milliseconds. */
    long closesOn(LocalDate date, Zones zones) {
        return zones.momentOf(closes.isAfter(opens) ? date : date.plusDays(1), closes);
    }
}
