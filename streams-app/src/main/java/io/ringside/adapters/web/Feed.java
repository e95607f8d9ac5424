package io.ringside.adapters.web;

import java.time.Instant;

/**
 * How the feed of scorecards stands.
 *
 * @param since when it came to stand so
 * @param reason why, for a person; empty when there is nothing to say
 */
record Feed(State state, Instant since, String reason) {

    enum State {
        /** Kafka has not been reached yet. */
        CONNECTING,
        /** Reading what was there before. */
        READING,
        /** Everything that is there has been read. */
        LIVE,
        /** Kafka or the schema registry do not answer. */
        LOST
    }

    Feed(State state, Instant since) {
        this(state, since, "");
    }

    /** The same feed where nothing changed but the time, else the new one. */
    Feed turned(Feed next) {
        return next.state == state && next.reason.equals(reason) ? this : next;
    }
}
