package io.ringside.producers.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ringside.schemas.events.ChatEventType;

import static io.ringside.schemas.events.ChatEventType.ABANDONED;
import static io.ringside.schemas.events.ChatEventType.ANSWERED;
import static io.ringside.schemas.events.ChatEventType.COMPLAINED;
import static io.ringside.schemas.events.ChatEventType.ENQUEUED;
import static io.ringside.schemas.events.ChatEventType.ESCALATED;
import static io.ringside.schemas.events.ChatEventType.FLOWED_OUT;
import static io.ringside.schemas.events.ChatEventType.HELD;
import static io.ringside.schemas.events.ChatEventType.MESSAGE;
import static io.ringside.schemas.events.ChatEventType.RESUMED;
import static io.ringside.schemas.events.ChatEventType.TALK_ENDED;
import static io.ringside.schemas.events.ChatEventType.TRANSFERRED;
import static io.ringside.schemas.events.ChatEventType.WRAPPED_UP;

/** Finds what happened in a visit, and when, from its row. */
final class VisitSteps {
    private final VisitMapping mapping;
    private final Row row;
    private final WallClock clock;
    private final List<VisitStep> steps = new ArrayList<>();

    private VisitSteps(VisitMapping mapping, Row row, WallClock clock) {
        this.mapping = mapping;
        this.row = row;
        this.clock = clock;
    }

    /** The steps of a visit, in the order of their moments; empty if its outcome is to be ignored. */
    static List<VisitStep> of(VisitMapping mapping, Row row, WallClock clock) throws UnreadableRow {
        VisitSteps visit = new VisitSteps(mapping, row, clock);
        visit.tell(mapping.outcome().require(row));
        return visit.steps;
    }

    private void tell(Outcome outcome) throws UnreadableRow {
        if (outcome == Outcome.IGNORED) {
            return;
        }
        Instant enqueued = clock.instant(mapping.enqueued().require(row), Instant.MIN);
        Instant left = mapping.waiting().requireEnd(row, enqueued, clock);
        step(ENQUEUED, enqueued);
        if (outcome == Outcome.ANSWERED) {
            answered(enqueued, left);
        } else {
            step(outcome == Outcome.ABANDONED ? ABANDONED : FLOWED_OUT, left);
        }
    }

    private void answered(Instant enqueued, Instant answered) throws UnreadableRow {
        step(ANSWERED, answered);
        mapping.firstReply().end(row, enqueued, clock).ifPresent(at -> step(MESSAGE, at));
        if (!mapping.talk().isMapped()) {
            return;
        }
        Instant talkEnded = talked(answered);
        if (mapping.transfer().read(row).isPresent()) {
            step(TRANSFERRED, talkEnded);
        }
        step(TALK_ENDED, talkEnded);
        remarks(talkEnded);
        step(WRAPPED_UP, mapping.wrapUp().end(row, talkEnded, clock).orElse(talkEnded));
    }

    /**
     * When the talk ended. The log says how long the customer was on hold, not when: it is taken as the last part of the talk, which
     * leaves every sum as it was.
     */
    private Instant talked(Instant answered) throws UnreadableRow {
        Duration hold = mapping.hold().read(row).orElse(Duration.ZERO);
        Instant said = mapping.talk().requireEnd(row, answered, clock);
        boolean holdComesOnTop = mapping.talk().lasting().isMapped() && !mapping.talkIncludesHold();
        Instant ended = holdComesOnTop ? said.plus(hold) : said;
        Instant held = ended.minus(hold);
        if (held.isBefore(answered)) {
            throw new UnreadableRow(
                    mapping.hold().path() + ": is longer than the talk that contains it", hold.toString());
        }
        if (!hold.isZero()) {
            step(HELD, held);
            step(RESUMED, ended);
        }
        return ended;
    }

    private void remarks(Instant talkEnded) throws UnreadableRow {
        Optional<Boolean> escalated = mapping.escalated().read(row);
        if (escalated.orElse(false)) {
            step(ESCALATED, talkEnded);
        }
        Optional<Boolean> complained = mapping.complained().read(row);
        if (complained.orElse(false)) {
            step(COMPLAINED, talkEnded);
        }
    }

    private void step(ChatEventType type, Instant at) {
        steps.add(new VisitStep(type, at));
    }
}
