package io.ringside.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Whether anybody waits for figures of a moment: what is stated of now is committed at once, and what is stated while a
 * backlog is worked off is committed with all else, in its time.
 */
final class Freshness {
    private static final long FRESH_MILLIS = 5_000;

    private Freshness() {}

    static boolean isFresh(long asOf, boolean last, ProcessorContext<?, ?> context) {
        return last || asOf > context.currentSystemTimeMs() - FRESH_MILLIS;
    }
}
