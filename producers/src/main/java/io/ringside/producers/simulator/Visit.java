package io.ringside.producers.simulator;

import java.util.ArrayList;
import java.util.List;

import io.ringside.producers.simulator.Timeline.Appointment;
import io.ringside.schemas.events.AgentState;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.MessageSide;

/** A call or a chat in a queue: it waits, rings and is answered, or the customer gives up, or it flows out. */
final class Visit implements Waiting {
    private static final String MISSED_RING = "missed ring";
    private static final long BOT_REPLIES_AFTER_MILLIS = 1_500;

    private final Operation operation;
    private final Contact contact;
    private final ServiceQueue queue;
    private final Pickup pickup;
    private final String id;
    private final long since;
    private final List<Appointment> ways = new ArrayList<>();
    private Agent rung;
    private Appointment ring;
    private int legs = 1;

    Visit(Operation operation, Contact contact, ServiceQueue queue) {
        this.operation = operation;
        this.contact = contact;
        this.queue = queue;
        pickup = ((Handling.Live) queue.handling()).pickup();
        id = contact.nextVisit();
        since = operation.timeline().now();
    }

    void enter() {
        note(note(ChatEventType.ENQUEUED).queue(queue.name()));
        Timeline timeline = operation.timeline();
        if (queue.channel() == Channel.CHAT) {
            note(message(MessageSide.CUSTOMER));
            ways.add(timeline.after(BOT_REPLIES_AFTER_MILLIS, () -> note(message(MessageSide.BOT))));
        }
        queue.patience()
                .draw(contact.chance())
                .ifPresent(patience -> ways.add(timeline.after(patience, this::abandon)));
        for (FlowOut way : queue.flowOuts()) {
            boolean taken = contact.chance().happens(way.share());
            if (taken) {
                ways.add(timeline.after(way.after().toMillis(), () -> flowOut(way)));
            }
        }
        operation.lookout().comes(this);
        operation.routing().enter(this);
    }

    @Override
    public String queue() {
        return queue.name();
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
        return queue.channel() == Channel.CHAT ? 1 : team.slots();
    }

    @Override
    public void offer(Agent agent) {
        rung = agent;
        note(note(ChatEventType.RANG).leg(leg(), agent));
        operation.routing().change(agent, () -> agent.ring(slots(agent.team())));
        boolean missed = contact.chance().happens(pickup.missedShare());
        long answer = pickup.ring().draw(contact.chance());
        ring = missed
                ? operation.timeline().after(pickup.ringLimit().toMillis(), this::missed)
                : operation.timeline().after(answer, this::answer);
    }

    /** The agent is passed over for a while; the contact goes back to its place in the line. */
    private void missed() {
        Agent agent = rung;
        rung = null;
        note(note(ChatEventType.RING_NOT_ANSWERED).leg(leg(), agent));
        operation.routing().change(agent, () -> {
            agent.leave(MISSED_RING, AgentState.BREAK);
            agent.stopRinging(slots(agent.team()), operation.timeline().now());
        });
        operation.timeline().after(pickup.pause().toMillis(), () -> comeBack(agent));
        operation.routing().enter(this);
    }

    private void comeBack(Agent agent) {
        operation
                .routing()
                .change(
                        agent,
                        () -> agent.comeBack(MISSED_RING, operation.timeline().now()));
    }

    private void answer() {
        endWait();
        new Leg(operation, contact, this, rung, leg()).answer();
    }

    private void abandon() {
        endWait();
        if (!operation.lookout().losesAnEnd()) {
            note(note(ChatEventType.ABANDONED));
        }
        stopRinging();
        operation.aftermath().gaveUp(contact);
    }

    /** What rings already is about to be answered and stays. */
    private void flowOut(FlowOut way) {
        if (rung != null) {
            return;
        }
        endWait();
        note(note(ChatEventType.FLOWED_OUT).flowOut(way.reason()));
        operation.routing().leave(this);
        way.to().ifPresent(to -> new Visit(operation, contact, operation.queue(to)).enter());
    }

    private void stopRinging() {
        operation.routing().leave(this);
        if (rung != null) {
            ring.cancel();
            Agent agent = rung;
            operation
                    .routing()
                    .change(
                            agent,
                            () -> agent.stopRinging(
                                    slots(agent.team()), operation.timeline().now()));
        }
    }

    private void endWait() {
        operation.lookout().leaves(this);
        ways.forEach(Appointment::cancel);
        contact.journey().waited(operation.timeline().now() - since);
    }

    String visitId() {
        return id;
    }

    /** The queue visited. */
    ServiceQueue serviceQueue() {
        return queue;
    }

    /** A further agent joins: the name of the next leg. */
    String nextLeg() {
        legs++;
        return leg();
    }

    private String leg() {
        return Integer.toString(legs);
    }

    Note note(ChatEventType type) {
        return Note.of(type, id);
    }

    private Note message(MessageSide side) {
        return note(ChatEventType.MESSAGE).side(side);
    }

    private void note(Note note) {
        operation.journal().note(contact, note);
    }
}
