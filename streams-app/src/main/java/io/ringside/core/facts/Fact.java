package io.ringside.core.facts;

import io.ringside.core.definitions.Scope;

/**
 * What a contact adds to the counts of one scope, once.
 *
 * @param scope the queue or agent it is credited to
 * @param happenedAt the moment it happened, epoch milliseconds: its place by outcome
 * @param arrivedAt the moment its visit was enqueued or its ticket created, epoch milliseconds: its place by arrival
 * @param value what the measure's sum or spread takes, in the measure's unit; 0 for counts
 */
public record Fact(Scope scope, Measure measure, long happenedAt, long arrivedAt, long value) {

    public Fact {
        if (!scope.kind().isLeaf()) {
            throw new IllegalArgumentException("facts are credited to queues and agents, not to " + scope);
        }
        if (value < 0) {
            throw new IllegalArgumentException(measure + " cannot be negative: " + value);
        }
    }

    /** Where this fact is placed in time. */
    public long at(Attribution attribution) {
        return attribution == Attribution.OUTCOME ? happenedAt : arrivedAt;
    }
}
