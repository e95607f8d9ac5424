package io.ringside.core.contacts;

import java.util.Optional;
import java.util.OptionalLong;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.Side;
import io.ringside.core.events.Event.TicketStatus;

/** A ticket as far as it is known. Times are epoch milliseconds. */
final class Ticket {
    final long createdAt;
    Scope queue;
    Optional<String> agent = Optional.empty();
    OptionalLong firstReplyAt = OptionalLong.empty();
    OptionalLong firstSolvedAt = OptionalLong.empty();
    OptionalLong lastSolvedAt = OptionalLong.empty();
    OptionalLong firstReopenedAt = OptionalLong.empty();
    OptionalLong closedAt = OptionalLong.empty();
    private boolean solved;

    Ticket(long createdAt, String queue) {
        this.createdAt = createdAt;
        this.queue = Scope.queue(Channel.TICKET, queue);
    }

    /** Takes in what happened to it, in the order in which it happened. */
    void take(Event event) {
        if (event instanceof Event.TicketAssigned assigned) {
            assigned.queue().ifPresent(name -> queue = Scope.queue(Channel.TICKET, name));
            agent = assigned.agent().or(() -> agent);
        } else if (event instanceof Event.TicketReplied replied && replied.side() == Side.AGENT) {
            agent = replied.agent().or(() -> agent);
            firstReplyAt = firstReplyAt.isPresent() ? firstReplyAt : OptionalLong.of(event.at());
        } else if (event instanceof Event.TicketStatusChanged changed) {
            become(changed.status(), event.at());
        }
    }

    /** Solved or closed solves; anything else after that reopens. */
    private void become(TicketStatus status, long at) {
        boolean solves = status == TicketStatus.SOLVED || status == TicketStatus.CLOSED;
        if (solves && !solved) {
            firstSolvedAt = firstSolvedAt.isPresent() ? firstSolvedAt : OptionalLong.of(at);
            lastSolvedAt = OptionalLong.of(at);
        } else if (!solves && solved && firstReopenedAt.isEmpty()) {
            firstReopenedAt = OptionalLong.of(at);
        }
        solved = solves;
        if (status != TicketStatus.CLOSED) {
            closedAt = OptionalLong.empty();
        } else if (closedAt.isEmpty()) {
            closedAt = OptionalLong.of(at);
        }
    }

    boolean isSolved() {
        return solved;
    }

    boolean isClosed() {
        return closedAt.isPresent();
    }
}
