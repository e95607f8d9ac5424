package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.LongSupplier;

import io.ringside.core.events.Reason;
import io.ringside.core.events.RefusedException;
import io.ringside.topology.Settings.InputLimits;

/** Says which events are let in: those of a bearable size, under the right key, and of a time that can be. */
final class Admission {
    private final InputLimits limits;
    private final LongSupplier wall;
    private final KeptMoment latest;

    /**
     * An admission of one task.
     *
     * @param wall the clock on the wall, epoch milliseconds
     * @param latest when the latest event happened: in a replay, what is too old is so beside it
     */
    Admission(InputLimits limits, LongSupplier wall, KeptMoment latest) {
        this.limits = limits;
        this.wall = wall;
        this.latest = latest;
    }

    void checkSize(byte[] value) throws RefusedException {
        if (value != null && value.length > limits.largestValue()) {
            throw new RefusedException(
                    Reason.TOO_LARGE,
                    "the value has " + value.length + " bytes, at most " + limits.largestValue() + " are read");
        }
    }

    void checkKey(byte[] key, String what, String id) throws RefusedException {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        if (!text.equals(id)) {
            throw new RefusedException(
                    Reason.WRONG_KEY, "the key must be the " + what + " id '" + id + "', was '" + text + "'");
        }
    }

    /** @param at when the event happened, epoch milliseconds */
    void checkTime(long at) throws RefusedException {
        long onTheWall = wall.getAsLong();
        long now = limits.replay() ? latest.at() : onTheWall;
        if (at > onTheWall + limits.futureTolerance().toMillis()) {
            throw new RefusedException(
                    Reason.IN_THE_FUTURE,
                    "it happens " + (at - onTheWall) / 1000 + " s from now: " + Instant.ofEpochMilli(at));
        }
        boolean old = now != Long.MIN_VALUE && at < now - limits.retention().toMillis();
        if (old || at < 0) {
            throw new RefusedException(
                    Reason.TOO_OLD,
                    "it happened before all that is kept (" + limits.retention() + "): " + Instant.ofEpochMilli(at));
        }
    }
}
