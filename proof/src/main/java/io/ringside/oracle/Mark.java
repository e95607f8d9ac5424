package io.ringside.oracle;

import java.util.Optional;

import io.ringside.oracle.Heard.Rating;

/**
 * Something that happened at a moment and is credited to a queue and to an agent. Moments are epoch milliseconds.
 *
 * @param queue empty where no queue is known
 * @param agent empty where nobody had the contact
 * @param arrivedAt when the contact came to that queue
 * @param rating what was answered, in a survey
 * @param millis how long it took, where that is asked
 */
record Mark(String channel, String queue, String agent, long at, long arrivedAt, Optional<Rating> rating, long millis) {

    static Mark of(Visit visit, String agent, long at) {
        return new Mark(visit.channel(), visit.queue(), agent, at, visit.enqueuedAt(), Optional.empty(), 0);
    }

    static Mark of(Ticket ticket, long at) {
        return new Mark("ticket", ticket.queue(), ticket.agent(), at, ticket.createdAt(), Optional.empty(), 0);
    }

    Mark answering(Optional<Rating> answer) {
        return new Mark(channel, queue, agent, at, arrivedAt, answer, millis);
    }

    Mark happening(long moment) {
        return new Mark(channel, queue, agent, moment, arrivedAt, rating, millis);
    }

    /** It took from when the contact came until it happened. */
    Mark since(long came) {
        return new Mark(channel, queue, agent, at, came, rating, at - came);
    }
}
