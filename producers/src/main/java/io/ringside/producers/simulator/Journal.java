package io.ringside.producers.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.events.TicketEventType;
import io.ringside.schemas.events.WaitingContact;

/** Writes down what happens, as the events of the systems that would say so, in the order in which it happens. */
final class Journal {
    private static final Map<ChatEventType, CallEventType> CALL_TYPES = callTypes();

    private static final String PHONES = "simulated-phones";
    private static final String CHATS = "simulated-chats";

    private final Timeline timeline;
    private final String run;
    private final Queue<Emitted> written = new ArrayDeque<>();
    private final Map<Agent, AgentState> shown = new HashMap<>();
    private long agentEvents;

    /**
     * @param run tells the events of this run from those of all others
     */
    Journal(Timeline timeline, String run) {
        this.timeline = timeline;
        this.run = run;
    }

    /** The earliest event not taken yet; null if there is none. */
    Emitted take() {
        return written.poll();
    }

    void note(Contact contact, Note note) {
        written.add(
                contact.channel() == Channel.CHAT ? Emitted.of(chat(contact, note)) : Emitted.of(call(contact, note)));
    }

    void note(Contact contact, TicketEventType type, Consumer<TicketEvent> details) {
        TicketEvent event = TicketEvent.newBuilder()
                .setEventId(contact.nextEventId())
                .setOccurredAt(now())
                .setSource("simulated-tickets")
                .setContactId(contact.id())
                .setType(type)
                .build();
        details.accept(event);
        written.add(Emitted.of(event));
    }

    void note(SurveyEvent event) {
        written.add(Emitted.of(event));
    }

    /** Notes what an agent is seen to do, if that is something else than before. */
    void note(Agent agent, long at) {
        AgentState state = agent.state();
        if (state == shown.put(agent, state)) {
            return;
        }
        written.add(Emitted.of(AgentEvent.newBuilder()
                .setEventId("agent-" + run + "-" + ++agentEvents)
                .setOccurredAt(Instant.ofEpochMilli(at))
                .setSource(PHONES)
                .setAgent(agent.id())
                .setTeam(agent.team().name())
                .setState(state)
                .setReason(agent.reason())
                .setQueues(
                        state == AgentState.OFFLINE ? List.of() : agent.team().queues())
                .build()));
    }

    /** Notes who waits in a queue, as the system says that runs it. */
    void note(ServiceQueue queue, long number, Collection<Visit> waiting) {
        boolean chats = queue.channel() == Channel.CHAT;
        written.add(Emitted.of(QueueSnapshot.newBuilder()
                .setEventId("snapshot-" + run + "-" + number)
                .setOccurredAt(now())
                .setSource(chats ? CHATS : PHONES)
                .setChannel(queue.channel())
                .setQueue(queue.name())
                .setWaiting(waiting.stream()
                        .map(one -> new WaitingContact(one.contactId(), one.visitId()))
                        .toList())
                .build()));
    }

    Instant now() {
        return Instant.ofEpochMilli(timeline.now());
    }

    private CallEvent call(Contact contact, Note note) {
        CallEvent event = new CallEvent();
        event.setEventId(contact.nextEventId());
        event.setOccurredAt(now());
        event.setSource(PHONES);
        event.setContactId(contact.id());
        event.setType(CALL_TYPES.get(note.type()));
        event.setVisitId(note.visit());
        event.setQueue(note.queue());
        event.setLegId(note.leg());
        event.setAgent(note.agentId());
        event.setTeam(note.team());
        event.setFlowOutReason(note.flowOut());
        event.setTransferKind(note.transfer());
        event.setEndedBy(note.endedBy());
        if (note.type() == ChatEventType.ENQUEUED) {
            event.setCustomerRef(contact.customer());
            event.setContactReason(contact.reason());
        }
        return event;
    }

    private ChatEvent chat(Contact contact, Note note) {
        ChatEvent event = new ChatEvent();
        event.setEventId(contact.nextEventId());
        event.setOccurredAt(now());
        event.setSource(CHATS);
        event.setContactId(contact.id());
        event.setType(note.type());
        event.setVisitId(note.visit());
        event.setQueue(note.queue());
        event.setLegId(note.leg());
        event.setAgent(note.agentId());
        event.setTeam(note.team());
        event.setMessageSide(note.side());
        event.setFlowOutReason(note.flowOut());
        event.setTransferKind(note.transfer());
        event.setEndedBy(note.endedBy());
        if (note.type() == ChatEventType.ENQUEUED) {
            event.setCustomerRef(contact.customer());
            event.setContactReason(contact.reason());
        }
        return event;
    }

    private static Map<ChatEventType, CallEventType> callTypes() {
        Map<ChatEventType, CallEventType> types = new EnumMap<>(ChatEventType.class);
        for (CallEventType type : CallEventType.values()) {
            types.put(ChatEventType.valueOf(type.name()), type);
        }
        return types;
    }
}
