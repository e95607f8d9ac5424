package io.ringside.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * How often figures are stated. Those of now are stated with every beat and committed at once, since somebody waits for
 * them. While a backlog is worked off, they are stated every ten seconds of its time, and committed with all else.
 */
final class Pace {
    private static final long FRESH_MILLIS = 5_000;
    private static final long STEP_MILLIS = 10_000;

    private final ProcessorContext<?, ?> context;
    private long taken = Long.MIN_VALUE;

    Pace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /**
     * Whether a beat is worth a statement.
     *
     * @param at epoch milliseconds
     * @param last whether nothing follows
     */
    boolean takes(long at, boolean last) {
        boolean takes = last || isFresh(at) || taken == Long.MIN_VALUE || at >= taken + STEP_MILLIS;
        if (takes) {
            taken = at;
        }
        return takes;
    }

    /** Has what was stated committed at once, if somebody waits for it. */
    void stated(long at, boolean last) {
        if (last || isFresh(at)) {
            context.commit();
        }
    }

    private boolean isFresh(long at) {
        return at > context.currentSystemTimeMs() - FRESH_MILLIS;
    }
}
