package io.ringside.producers.simulator;

import java.util.List;
import java.util.function.Consumer;

import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.events.TicketEventType;
import io.ringside.schemas.events.TicketStatus;

/** A ticket, from its creation to its closing: worked on whenever it is the center's turn, by whoever is free then. */
final class Ticket implements Waiting {
    private final Operation operation;
    private final Contact contact;
    private final Handling.Tickets handling;
    private final Chance chance;
    private long since;
    private Agent assignee;
    private boolean solvedBefore;

    Ticket(Operation operation, Contact contact, Handling.Tickets handling) {
        this.operation = operation;
        this.contact = contact;
        this.handling = handling;
        chance = contact.chance();
    }

    void create() {
        String priority = chance.pick(handling.priorities());
        note(TicketEventType.CREATED, event -> {
            event.setQueue(queue());
            event.setPriority(priority);
            event.setCustomerRef(contact.customer());
            event.setContactReason(contact.reason());
        });
        awaitAgent();
    }

    @Override
    public String queue() {
        return contact.first().name();
    }

    @Override
    public long since() {
        return since;
    }

    @Override
    public String contactId() {
        return contact.id();
    }

    @Override
    public int slots(Team team) {
        return team.slots();
    }

    @Override
    public void offer(Agent agent) {
        contact.journey().waited(operation.timeline().now() - since);
        if (!agent.equals(assignee)) {
            assignee = agent;
            note(TicketEventType.ASSIGNED, this::sign);
        }
        operation.routing().change(agent, () -> {
            agent.ring(slots(agent.team()));
            agent.answer();
        });
        operation.timeline().after(handling.work().draw(chance), this::reply);
    }

    private void awaitAgent() {
        since = operation.timeline().now();
        operation.routing().enter(this);
    }

    private void reply() {
        noteTrouble();
        noteReply(MessageSide.AGENT);
        if (chance.happens(handling.solvedShare())) {
            solve();
        } else {
            noteStatus(TicketStatus.PENDING);
            operation.timeline().after(handling.customerReplies().draw(chance), this::customerReplies);
        }
        Agent agent = assignee;
        operation.routing().change(agent, () -> {
            agent.wrapUp();
            agent.finish(slots(agent.team()), operation.timeline().now());
        });
    }

    private void noteTrouble() {
        boolean escalated = chance.happens(handling.trouble().escalated());
        boolean complained = chance.happens(handling.trouble().complained());
        if (escalated) {
            note(TicketEventType.ESCALATED, this::sign);
            note(TicketEventType.PRIORITY_CHANGED, event -> event.setPriority(highest(handling.priorities())));
        }
        if (complained) {
            note(TicketEventType.COMPLAINED, this::sign);
        }
    }

    private void solve() {
        noteStatus(TicketStatus.SOLVED);
        boolean reopened = chance.happens(handling.reopenedShare());
        operation.timeline().after(handling.closes().draw(chance), reopened ? this::customerReplies : this::close);
        if (!solvedBefore) {
            solvedBefore = true;
            operation.aftermath().handled(contact, assignee);
        }
    }

    private void customerReplies() {
        noteReply(MessageSide.CUSTOMER);
        noteStatus(TicketStatus.OPEN);
        awaitAgent();
    }

    private void close() {
        noteStatus(TicketStatus.CLOSED);
    }

    private void noteReply(MessageSide side) {
        note(TicketEventType.REPLIED, event -> {
            event.setReplySide(side);
            if (side == MessageSide.AGENT) {
                sign(event);
            }
        });
    }

    private void noteStatus(TicketStatus status) {
        note(TicketEventType.STATUS_CHANGED, event -> event.setStatus(status));
    }

    private void sign(TicketEvent event) {
        event.setAgent(assignee.id());
        event.setTeam(assignee.team().name());
    }

    private void note(TicketEventType type, Consumer<TicketEvent> details) {
        operation.journal().note(contact, type, details);
    }

    private static String highest(List<String> priorities) {
        return priorities.get(priorities.size() - 1);
    }
}
