package io.ringside.core.contacts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.FlowOutReason;

/** One stay of a contact in a queue, and the agents it led to. Times are epoch milliseconds. */
final class Visit {
    /** Where a visit stands, or how it ended. */
    enum State {
        WAITING,
        ANSWERED,
        ABANDONED,
        FLOWED_OUT
    }

    final String id;
    final Scope queue;
    final long enqueuedAt;
    State state = State.WAITING;
    long leftAt;
    Optional<FlowOutReason> flowOutReason = Optional.empty();
    boolean forced;
    final Map<String, Leg> legs = new LinkedHashMap<>(2);
    private final String source;

    Visit(Event.Enqueued enqueued) {
        this.id = enqueued.visit();
        this.queue = Scope.queue(enqueued.channel(), enqueued.queue());
        this.enqueuedAt = enqueued.at();
        this.source = enqueued.source();
    }

    /** The line it stands in, as far as snapshots of lines are read. */
    Optional<Line> line() {
        return source.isEmpty() ? Optional.empty() : Optional.of(new Line(queue, source));
    }

    void leave(State how, long at) {
        state = how;
        leftAt = at;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** The wait in milliseconds, once it has ended. */
    long waited() {
        return leftAt - enqueuedAt;
    }

    Channel channel() {
        return queue.channel().orElseThrow();
    }

    /** Whether nothing more is to come: it left without an agent, or every agent has wrapped up. */
    boolean isComplete() {
        return switch (state) {
            case WAITING -> false;
            case ANSWERED -> isHandled();
            case ABANDONED, FLOWED_OUT -> true;
        };
    }

    private boolean isHandled() {
        for (Leg leg : legs.values()) {
            if (!leg.isHandled()) {
                return false;
            }
        }
        return true;
    }
}
