package io.ringside.core.contacts;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.TransferKind;

/** One agent's part of a queue visit, as far as it is known. Times are epoch milliseconds, durations milliseconds. */
final class Leg {
    /** The answer that it began with; another one is odd. */
    final Event.Answered answer;

    final String id;
    final String agent;
    final Scope scope;
    final Optional<String> team;
    final long connectedAt;
    OptionalLong rangAt = OptionalLong.empty();
    OptionalLong talkEndedAt = OptionalLong.empty();
    OptionalLong wrappedUpAt = OptionalLong.empty();
    boolean consulted;
    final Set<TransferKind> transfers = EnumSet.noneOf(TransferKind.class);
    int holds;
    private long heldFor;
    private OptionalLong heldSince = OptionalLong.empty();

    Leg(Event.Answered answer) {
        this.answer = answer;
        this.id = answer.leg();
        this.agent = answer.agent();
        this.scope = Scope.agent(agent);
        this.team = answer.team();
        this.connectedAt = answer.at();
    }

    void hold(long at) {
        if (heldSince.isEmpty()) {
            heldSince = OptionalLong.of(at);
            holds++;
        }
    }

    boolean isHeld() {
        return heldSince.isPresent();
    }

    void resume(long at) {
        if (isHeld()) {
            heldFor += at - heldSince.getAsLong();
            heldSince = OptionalLong.empty();
        }
    }

    /** Ends the talk, and a hold that still lasts with it. */
    void endTalk(long at) {
        resume(at);
        talkEndedAt = OptionalLong.of(at);
    }

    /** Whether talk and wrap-up are over: the leg can be counted. */
    boolean isHandled() {
        return talkEndedAt.isPresent() && wrappedUpAt.isPresent();
    }

    long talk() {
        return talkEndedAt.getAsLong() - connectedAt - heldFor;
    }

    long hold() {
        return heldFor;
    }

    long wrapUp() {
        return wrappedUpAt.getAsLong() - talkEndedAt.getAsLong();
    }

    long handleTime() {
        return wrappedUpAt.getAsLong() - connectedAt;
    }
}
