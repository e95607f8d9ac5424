package io.ringside.adapters.prometheus;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ringside.core.definitions.Definitions;

/** The histograms as they are now: every limit that is known is a bound, so that a level can be read off at any of them. */
final class Histograms {
    private final Collection<Duration> configured;
    private final Definitions definitions;
    private volatile Bounded bounded;

    private record Bounded(Set<Duration> limits, List<HistogramFamily> families) {}

    /** @param configured bounds of waits besides the limits */
    Histograms(Collection<Duration> configured, Definitions definitions) {
        this.configured = configured;
        this.definitions = definitions;
        this.bounded = boundedBy(definitions.limits());
    }

    /** All histograms, always in the same order. Any thread may ask. */
    List<HistogramFamily> families() {
        Set<Duration> limits = definitions.limits();
        Bounded known = bounded;
        if (!known.limits.equals(limits)) {
            known = boundedBy(limits);
            bounded = known;
        }
        return known.families;
    }

    private Bounded boundedBy(Set<Duration> limits) {
        Set<Duration> waits = new HashSet<>(configured);
        waits.addAll(limits);
        return new Bounded(limits, HistogramFamily.all(waits));
    }
}
