package io.ringside.producers.simulator;

import java.time.Duration;
import java.util.Optional;

import io.ringside.schemas.events.FlowOutReason;

/**
 * A way out of a queue for those who have waited a while.
 *
 * @param after how long a contact has waited when it is offered
 * @param share of those still waiting who take it
 * @param to the queue they come to, if any
 */
public record FlowOut(FlowOutReason reason, Duration after, double share, Optional<String> to) {
    public FlowOut {
        Bounds.notNegative("after", after);
        Bounds.share("share", share);
    }
}
