package io.ringside.schemas.wire;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.kafka.common.errors.InterruptException;

/**
 * How often, and after what waits, something is tried again.
 *
 * @param most how often at most, after the first try
 * @param first the wait before the first retry; it doubles from retry to retry
 * @param longest no wait is longer
 * @param pause what waits
 */
record Retries(int most, Duration first, Duration longest, Pause pause) {
    /** Waits as long as it is told. */
    static final Pause SLEEPING = duration -> Thread.sleep(duration.toMillis());

    private static final int MOST_DOUBLINGS = 30;

    /** What waits. */
    @FunctionalInterface
    interface Pause {
        void hold(Duration duration) throws InterruptedException;
    }

    /** Waits before a retry, counted from 0: between half of the wait and all of it, so that many clients spread out. */
    void beforeRetry(int retry) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(retry, MOST_DOUBLINGS));
        try {
            pause.hold(Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1)));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
