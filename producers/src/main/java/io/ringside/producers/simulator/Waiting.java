package io.ringside.producers.simulator;

/** Something that waits in a queue for an agent. */
interface Waiting extends Comparable<Waiting> {
    String queue();

    /** When its wait began, in milliseconds since 1970-01-01T00:00Z. */
    long since();

    /** Tells apart what began to wait in the same millisecond. */
    String contactId();

    /** How much of an agent it takes. */
    int slots(Team team);

    /** It is this agent's turn; both are out of the lines. */
    void offer(Agent agent);

    /** The longest waiting first. */
    @Override
    default int compareTo(Waiting other) {
        int bySince = Long.compare(since(), other.since());
        return bySince != 0 ? bySince : contactId().compareTo(other.contactId());
    }
}
