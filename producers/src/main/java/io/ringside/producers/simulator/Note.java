package io.ringside.producers.simulator;

import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.FlowOutReason;
import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.Party;
import io.ringside.schemas.events.TransferKind;

/** Something that happened to a call or a chat; null is what does not apply. Calls know every type but messages. */
record Note(
        ChatEventType type,
        String visit,
        String queue,
        String leg,
        Agent agent,
        FlowOutReason flowOut,
        TransferKind transfer,
        Party endedBy,
        MessageSide side) {

    static Note of(ChatEventType type, String visit) {
        return new Note(type, visit, null, null, null, null, null, null, null);
    }

    Note queue(String queue) {
        return new Note(type, visit, queue, leg, agent, flowOut, transfer, endedBy, side);
    }

    Note leg(String leg, Agent agent) {
        return new Note(type, visit, queue, leg, agent, flowOut, transfer, endedBy, side);
    }

    Note flowOut(FlowOutReason reason) {
        return new Note(type, visit, queue, leg, agent, reason, transfer, endedBy, side);
    }

    Note transfer(TransferKind kind) {
        return new Note(type, visit, queue, leg, agent, flowOut, kind, endedBy, side);
    }

    Note endedBy(Party party) {
        return new Note(type, visit, queue, leg, agent, flowOut, transfer, party, side);
    }

    Note side(MessageSide side) {
        return new Note(type, visit, queue, leg, agent, flowOut, transfer, endedBy, side);
    }

    String agentId() {
        return agent == null ? null : agent.id();
    }

    String team() {
        return agent == null ? null : agent.team().name();
    }
}
