package io.ringside.local.score;

import io.ringside.config.Configuration;

/** The app that turns events into scorecards, as far as a scoring needs it. */
interface Pipeline extends AutoCloseable {

    /**
     * Does nothing while the app runs.
     *
     * @throws ScoringFailed with the first cause, once it has died
     */
    void requireRunning();

    @Override
    void close();

    /** Starts the app; returns before it is ready. */
    @FunctionalInterface
    interface Starter {
        Pipeline start(Configuration configuration) throws InterruptedException;
    }
}
