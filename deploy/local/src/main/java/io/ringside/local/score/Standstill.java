package io.ringside.local.score;

import java.time.Duration;

/** Notices when an app that runs gets nowhere. */
final class Standstill {
    /** The app may be silent for as long as its longest transaction: the end of a log closes all its windows in one. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

    private final Pipeline pipeline;
    private long moved = System.nanoTime();

    Standstill(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Something has moved. */
    void moved() {
        moved = System.nanoTime();
    }

    /**
     * Does nothing while there is hope.
     *
     * @throws ScoringFailed if the app has died, or nothing has moved for too long
     */
    void requireHope() {
        pipeline.requireRunning();
        if (System.nanoTime() - moved > LONGEST_SILENCE.toNanos()) {
            throw new ScoringFailed(
                    "the app stands still: nothing has moved for %d minutes".formatted(LONGEST_SILENCE.toMinutes()));
        }
    }
}
