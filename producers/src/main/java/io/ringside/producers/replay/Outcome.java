package io.ringside.producers.replay;

import java.util.Optional;

import io.ringside.schemas.events.FlowOutReason;

/** How a visit to a queue ended, as a mapping words it. */
enum Outcome {
    ANSWERED,
    ABANDONED,
    IGNORED,
    VOICEMAIL(FlowOutReason.VOICEMAIL),
    OVERFLOW(FlowOutReason.OVERFLOW),
    TRANSFER(FlowOutReason.TRANSFER),
    CALLBACK_ACCEPTED(FlowOutReason.CALLBACK_ACCEPTED),
    TIMED_OUT(FlowOutReason.TIMED_OUT),
    CLOSED(FlowOutReason.CLOSED),
    ERROR(FlowOutReason.ERROR);

    private final Optional<FlowOutReason> flowOutReason;

    Outcome() {
        this.flowOutReason = Optional.empty();
    }

    Outcome(FlowOutReason reason) {
        this.flowOutReason = Optional.of(reason);
    }

    /** Why it flowed out of the queue; empty if it did not. */
    Optional<FlowOutReason> flowOutReason() {
        return flowOutReason;
    }
}
