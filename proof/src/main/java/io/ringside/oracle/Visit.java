package io.ringside.oracle;

/**
 * A contact's stay in a queue. Moments are epoch milliseconds.
 *
 * @param end how it ended
 * @param leftAt meaningless while it waits
 * @param reason of a flow-out; empty otherwise
 */
record Visit(
        String contact, String id, String channel, String queue, long enqueuedAt, End end, long leftAt, String reason) {

    enum End {
        WAITING,
        ANSWERED,
        ABANDONED,
        FLOWED_OUT
    }

    boolean ended(End how) {
        return end == how;
    }

    long waitedUntil(long now) {
        return (end == End.WAITING ? now : leftAt) - enqueuedAt;
    }

    long waited() {
        return leftAt - enqueuedAt;
    }
}
