package io.ringside.producers.replay;

import java.util.Optional;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.FlowOutReason;
import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.Party;
import io.ringside.schemas.events.TransferKind;

/**
 * The words of one visit, and its steps as events of its channel. Each event carries what its type needs and no more.
 */
record VisitEvents(
        Identity identity,
        Channel channel,
        String queue,
        String agent,
        Optional<String> team,
        Optional<FlowOutReason> flowOutReason,
        Optional<TransferKind> transfer,
        Optional<Party> endedBy,
        Optional<String> contactReason) {
    /** Somebody answered: the app wants to know who, and refuses an answer that names no agent. */
    private static final String UNKNOWN_AGENT = "unknown";

    static VisitEvents of(VisitMapping mapping, Row row, Identity identity) throws UnreadableRow {
        return new VisitEvents(
                identity,
                mapping.channel().read(row).orElse(Channel.VOICE),
                mapping.queue().require(row),
                mapping.agent().read(row).orElse(UNKNOWN_AGENT),
                mapping.team().read(row),
                mapping.outcome().require(row).flowOutReason(),
                mapping.transfer().read(row),
                mapping.endedBy().read(row),
                mapping.contactReason().read(row));
    }

    Emitted event(VisitStep step) {
        return channel == Channel.CHAT ? Emitted.of(chat(step)) : Emitted.of(call(step));
    }

    private CallEvent call(VisitStep step) {
        ChatEventType type = step.type();
        return CallEvent.newBuilder()
                .setEventId(eventId(type))
                .setOccurredAt(step.at())
                .setSource(identity.source())
                .setContactId(identity.contact())
                .setType(CallEventType.valueOf(type.name()))
                .setVisitId(orNull(identity.visit()))
                .setQueue(type == ChatEventType.ENQUEUED ? queue : null)
                .setLegId(ofLeg(type) ? orNull(identity.leg()) : null)
                .setAgent(ofLeg(type) ? agent : null)
                .setTeam(ofLeg(type) ? team.orElse(null) : null)
                .setFlowOutReason(type == ChatEventType.FLOWED_OUT ? flowOutReason.orElseThrow() : null)
                .setTransferKind(type == ChatEventType.TRANSFERRED ? transfer.orElseThrow() : null)
                .setEndedBy(type == ChatEventType.TALK_ENDED ? endedBy.orElse(null) : null)
                .setContactReason(type == ChatEventType.ENQUEUED ? contactReason.orElse(null) : null)
                .build();
    }

    private ChatEvent chat(VisitStep step) {
        ChatEventType type = step.type();
        return ChatEvent.newBuilder()
                .setEventId(eventId(type))
                .setOccurredAt(step.at())
                .setSource(identity.source())
                .setContactId(identity.contact())
                .setType(type)
                .setVisitId(orNull(identity.visit()))
                .setQueue(type == ChatEventType.ENQUEUED ? queue : null)
                .setLegId(ofLeg(type) ? orNull(identity.leg()) : null)
                .setAgent(ofLeg(type) ? agent : null)
                .setTeam(ofLeg(type) ? team.orElse(null) : null)
                .setMessageSide(type == ChatEventType.MESSAGE ? MessageSide.AGENT : null)
                .setFlowOutReason(type == ChatEventType.FLOWED_OUT ? flowOutReason.orElseThrow() : null)
                .setTransferKind(type == ChatEventType.TRANSFERRED ? transfer.orElseThrow() : null)
                .setEndedBy(type == ChatEventType.TALK_ENDED ? endedBy.orElse(null) : null)
                .setContactReason(type == ChatEventType.ENQUEUED ? contactReason.orElse(null) : null)
                .build();
    }

    private String eventId(ChatEventType type) {
        return ofLeg(type) ? identity.ofLegEvent(type) : identity.ofVisitEvent(type);
    }

    private static boolean ofLeg(ChatEventType type) {
        return switch (type) {
            case ENQUEUED, ABANDONED, FLOWED_OUT -> false;
            default -> true;
        };
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
