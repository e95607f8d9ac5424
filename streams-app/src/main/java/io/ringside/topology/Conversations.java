package io.ringside.topology;

import io.ringside.core.events.Channel;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.FlowOutReason;
import io.ringside.core.events.Event.Side;
import io.ringside.core.events.Event.TransferKind;
import io.ringside.core.events.RefusedException;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.topology.EventReader.Fields;

/** Reads calls and chats, which go the same way: enqueued, answered, talked, wrapped up. */
final class Conversations {
    private Conversations() {}

    /** What both schemas say alike; the source is empty where nobody asks for it. */
    private record Said(
            String id,
            long at,
            Channel channel,
            String visit,
            String queue,
            String leg,
            String agent,
            String team,
            Enum<?> flowOutReason,
            Enum<?> transferKind,
            String source) {}

    static Incoming read(CallEvent call, Fields fields, boolean asksWhoSaysSo) throws RefusedException {
        Said said = new Said(
                fields.required("eventId", call.getEventId()),
                call.getOccurredAt().toEpochMilli(),
                Channel.VOICE,
                fields.orEmpty("visitId", call.getVisitId()),
                call.getQueue(),
                fields.orEmpty("legId", call.getLegId()),
                call.getAgent(),
                call.getTeam(),
                call.getFlowOutReason(),
                call.getTransferKind(),
                asksWhoSaysSo ? fields.orEmpty("source", call.getSource()) : "");
        return new Incoming(
                fields.required("contactId", call.getContactId()),
                event(call.getType().name(), said, fields));
    }

    static Incoming read(ChatEvent chat, Fields fields, boolean asksWhoSaysSo) throws RefusedException {
        Said said = new Said(
                fields.required("eventId", chat.getEventId()),
                chat.getOccurredAt().toEpochMilli(),
                Channel.CHAT,
                fields.orEmpty("visitId", chat.getVisitId()),
                chat.getQueue(),
                fields.orEmpty("legId", chat.getLegId()),
                chat.getAgent(),
                chat.getTeam(),
                chat.getFlowOutReason(),
                chat.getTransferKind(),
                asksWhoSaysSo ? fields.orEmpty("source", chat.getSource()) : "");
        String contact = fields.required("contactId", chat.getContactId());
        if (chat.getType().name().equals("MESSAGE")) {
            Side side = fields.symbol("messageSide", Side.class, chat.getMessageSide());
            return new Incoming(contact, new Event.MessageSent(said.id, said.at, said.visit, side));
        }
        return new Incoming(contact, event(chat.getType().name(), said, fields));
    }

    private static Event event(String type, Said said, Fields fields) throws RefusedException {
        return switch (type) {
            case "ENQUEUED" ->
                new Event.Enqueued(
                        said.id, said.at, said.visit, said.channel, fields.required("queue", said.queue), said.source);
            case "ABANDONED" -> new Event.Abandoned(said.id, said.at, said.visit);
            case "FLOWED_OUT" ->
                new Event.FlowedOut(
                        said.id,
                        said.at,
                        said.visit,
                        fields.symbol("flowOutReason", FlowOutReason.class, said.flowOutReason));
            case "ESCALATED" -> new Event.Escalated(said.id, said.at);
            case "COMPLAINED" -> new Event.Complained(said.id, said.at);
            default -> ofLeg(type, said, fields);
        };
    }

    private static Event ofLeg(String type, Said said, Fields fields) throws RefusedException {
        return switch (type) {
            case "RANG" -> new Event.Rang(said.id, said.at, said.visit, said.leg, fields.required("agent", said.agent));
            case "RING_NOT_ANSWERED" ->
                new Event.RingNotAnswered(said.id, said.at, said.visit, said.leg, fields.required("agent", said.agent));
            case "ANSWERED" ->
                new Event.Answered(
                        said.id,
                        said.at,
                        said.visit,
                        said.leg,
                        fields.required("agent", said.agent),
                        fields.optional("team", said.team));
            case "HELD" -> new Event.Held(said.id, said.at, said.visit, said.leg);
            case "RESUMED" -> new Event.Resumed(said.id, said.at, said.visit, said.leg);
            case "CONSULTED" -> new Event.Consulted(said.id, said.at, said.visit, said.leg);
            case "TRANSFERRED" ->
                new Event.Transferred(
                        said.id,
                        said.at,
                        said.visit,
                        said.leg,
                        fields.symbol("transferKind", TransferKind.class, said.transferKind));
            case "TALK_ENDED" -> new Event.TalkEnded(said.id, said.at, said.visit, said.leg);
            case "WRAPPED_UP" -> new Event.WrappedUp(said.id, said.at, said.visit, said.leg);
            default -> throw fields.unknown("type");
        };
    }
}
