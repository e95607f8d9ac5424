package io.ringside.producers.simulator;

import java.util.Optional;

import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.Party;
import io.ringside.schemas.events.TransferKind;

/** One agent's part of a visit, from the answer to the end of wrap-up. What is said in it is a {@link Conversation}. */
final class Leg {
    private static final double COMPLAINT_PER_MINUTE_WAITED = 0.006;
    private static final double COMPLAINT_PER_RETURN = 0.03;
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double CUSTOMER_HANGS_UP = 0.75;

    private final Operation operation;
    private final Contact contact;
    private final Visit visit;
    private final Agent agent;
    private final String id;
    private final Chance chance;

    Leg(Operation operation, Contact contact, Visit visit, Agent agent, String id) {
        this.operation = operation;
        this.contact = contact;
        this.visit = visit;
        this.agent = agent;
        this.id = id;
        chance = contact.chance();
    }

    void answer() {
        note(note(ChatEventType.ANSWERED));
        operation.routing().change(agent, agent::answer);
        Conversation.of(operation, this, handling()).begin();
    }

    Contact contact() {
        return contact;
    }

    Agent agent() {
        return agent;
    }

    Note note(ChatEventType type) {
        return visit.note(type).leg(id, agent);
    }

    void note(Note note) {
        operation.journal().note(contact, note);
    }

    /** The conversation is over: trouble, transfer, wrap-up, and what comes after it. */
    void end(Trouble trouble, Transfers transfers, Span wrapUp) {
        noteTrouble(trouble);
        Optional<TransferKind> transfer = transfer(transfers);
        boolean customerEnds = chance.happens(CUSTOMER_HANGS_UP);
        transfer.ifPresent(kind -> note(note(ChatEventType.TRANSFERRED).transfer(kind)));
        Party endedBy = customerEnds && transfer.isEmpty() ? Party.CUSTOMER : Party.AGENT;
        note(note(ChatEventType.TALK_ENDED).endedBy(endedBy));
        operation.timeline().after(wrapUp.draw(chance), this::finish);
        transfer.ifPresentOrElse(
                kind -> passOn(kind, transfers), () -> operation.aftermath().handled(contact, agent));
        operation.routing().change(agent, agent::wrapUp);
    }

    private void finish() {
        note(note(ChatEventType.WRAPPED_UP));
        int slots = visit.slots(agent.team());
        operation
                .routing()
                .change(agent, () -> agent.finish(slots, operation.timeline().now()));
    }

    private void noteTrouble(Trouble trouble) {
        Journey journey = contact.journey();
        double grown = trouble.complained() == 0
                ? 0
                : trouble.complained()
                        + COMPLAINT_PER_MINUTE_WAITED * journey.waitedMillis() / MILLIS_PER_MINUTE
                        + COMPLAINT_PER_RETURN * journey.earlierContacts();
        boolean escalated = chance.happens(trouble.escalated());
        boolean complained = chance.happens(grown);
        if (escalated) {
            note(note(ChatEventType.ESCALATED));
        }
        if (complained) {
            note(note(ChatEventType.COMPLAINED));
        }
    }

    /** Whether and how this leg's agent passes the contact on; nobody is passed on twice. */
    private Optional<TransferKind> transfer(Transfers transfers) {
        boolean wanted = chance.happens(transfers.share()) && contact.journey().transfers() == 0;
        double which = chance.unit();
        if (!wanted) {
            return Optional.empty();
        }
        if (which < transfers.external()) {
            return Optional.of(TransferKind.EXTERNAL);
        }
        boolean warm = which < transfers.external() + transfers.warm();
        boolean direct = which < transfers.external() + transfers.warm() + transfers.blind();
        if (direct && colleague().isPresent()) {
            return Optional.of(warm ? TransferKind.WARM : TransferKind.BLIND);
        }
        return transfers.queues().isEmpty() ? Optional.empty() : Optional.of(TransferKind.TO_QUEUE);
    }

    private Optional<Agent> colleague() {
        return operation.routing().freeFor(visit).filter(other -> !other.equals(agent));
    }

    private void passOn(TransferKind kind, Transfers transfers) {
        contact.journey().passedOn();
        switch (kind) {
            case TO_QUEUE -> {
                ServiceQueue next = operation.queue(chance.pick(transfers.queues()));
                new Visit(operation, contact, next).enter();
            }
            case EXTERNAL -> operation.aftermath().handled(contact, agent);
            default -> handOver(colleague().orElseThrow());
        }
    }

    /** A colleague takes over in the same visit; the ring is short, and whoever was asked to take over does. */
    private void handOver(Agent colleague) {
        Leg next = new Leg(operation, contact, visit, colleague, visit.nextLeg());
        note(next.note(ChatEventType.RANG));
        int slots = visit.slots(colleague.team());
        operation.routing().change(colleague, () -> colleague.ring(slots));
        long ring = handling().pickup().ring().draw(chance);
        operation.timeline().after(ring, next::answer);
    }

    private Handling.Live handling() {
        return (Handling.Live) visit.serviceQueue().handling();
    }
}
