package io.ringside.core.definitions;

import java.time.Duration;
import java.util.Optional;

/**
 * What the figures of a queue rest on.
 *
 * @param threshold waits up to and with this are in time
 * @param shortAbandon abandons up to and with this wait are left out; zero: none is
 * @param site where it is, if anywhere
 * @param zones whose clock says where its days begin
 * @param known whether the configuration names it, or the defaults apply
 */
public record QueueDefinition(
        Duration threshold, Duration shortAbandon, Optional<String> site, Zones zones, boolean known) {
    public QueueDefinition {
        if (threshold.isNegative() || threshold.isZero()) {
            throw new IllegalArgumentException("threshold must be > 0 s, was " + threshold);
        }
        if (shortAbandon.isNegative()) {
            throw new IllegalArgumentException("shortAbandon must be >= 0 s, was " + shortAbandon);
        }
    }
}
