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

    /** Why a visit that nobody ended flowed out. */
    static final String SILENCE = "SILENCE";

    /** Why a visit flowed out that its source did not list any more. */
    static final String SNAPSHOT = "SNAPSHOT";

    enum End {
        WAITING,
        ANSWERED,
        ABANDONED,
        FLOWED_OUT
    }

    boolean ended(End how) {
        return end == how;
    }

    /** Whether no source said that it ended. */
    boolean isForced() {
        return reason.equals(SILENCE) || reason.equals(SNAPSHOT);
    }

    /** Whether it is in the queue at a moment, as far as is known by now. */
    boolean waitsAt(long moment, long now) {
        return enqueuedAt < moment && (end == End.WAITING ? now >= moment : leftAt >= moment);
    }

    long waitedUntil(long now) {
        return (end == End.WAITING ? now : leftAt) - enqueuedAt;
    }

    long waited() {
        return leftAt - enqueuedAt;
    }
}
