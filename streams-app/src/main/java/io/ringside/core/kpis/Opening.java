package io.ringside.core.kpis;

import java.util.Optional;

import io.ringside.core.definitions.BusinessHours;

/** Whether a scope is open, as time goes on; nothing where it has no calendar. Moments are epoch milliseconds. */
final class Opening {
    private final Optional<BusinessHours> hours;
    private Optional<Boolean> open = Optional.empty();
    private long until;

    Opening(Optional<BusinessHours> hours) {
        this.hours = hours;
        this.until = hours.isPresent() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Comes to a moment; whether the scope has opened or closed on the way. */
    boolean comeTo(long moment) {
        if (moment < until) {
            return false;
        }
        Optional<Boolean> before = open;
        open = hours.map(known -> known.isOpenAt(moment));
        until = hours.map(known -> known.nextChange(moment)).orElse(Long.MAX_VALUE);
        return !open.equals(before);
    }

    Optional<Boolean> isOpen() {
        return open;
    }

    /** When it has to be looked at next. */
    long until() {
        return until;
    }
}
