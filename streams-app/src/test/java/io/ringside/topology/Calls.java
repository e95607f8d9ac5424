package io.ringside.topology;

import java.time.Instant;

import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.FlowOutReason;
import io.ringside.schemas.events.TransferKind;

/** Call events as a telephone system would send them. */
final class Calls {
    private Calls() {}

    static CallEvent.Builder event(String contact, CallEventType type, Instant at) {
        return CallEvent.newBuilder()
                .setEventId(contact + "-" + type + "-" + at)
                .setOccurredAt(at)
                .setSource("test")
                .setContactId(contact)
                .setType(type);
    }

    static CallEvent enqueued(String contact, String queue, Instant at) {
        return event(contact, CallEventType.ENQUEUED, at).setQueue(queue).build();
    }

    static CallEvent answered(String contact, String agent, Instant at) {
        return event(contact, CallEventType.ANSWERED, at).setAgent(agent).build();
    }

    static CallEvent abandoned(String contact, Instant at) {
        return event(contact, CallEventType.ABANDONED, at).build();
    }

    static CallEvent flowedOut(String contact, FlowOutReason reason, Instant at) {
        return event(contact, CallEventType.FLOWED_OUT, at)
                .setFlowOutReason(reason)
                .build();
    }

    static CallEvent talkEnded(String contact, Instant at) {
        return event(contact, CallEventType.TALK_ENDED, at).build();
    }

    static CallEvent wrappedUp(String contact, Instant at) {
        return event(contact, CallEventType.WRAPPED_UP, at).build();
    }

    static CallEvent transferred(String contact, TransferKind kind, Instant at) {
        return event(contact, CallEventType.TRANSFERRED, at)
                .setTransferKind(kind)
                .build();
    }
}
