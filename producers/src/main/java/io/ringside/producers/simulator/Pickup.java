package io.ringside.producers.simulator;

import java.time.Duration;

/**
 * How agents take what is offered to them.
 *
 * @param ring from the first ring to the answer
 * @param missedShare of rings that nobody answers
 * @param ringLimit how long such a ring lasts
 * @param pause how long an agent who missed a ring is passed over
 */
public record Pickup(Span ring, double missedShare, Duration ringLimit, Duration pause) {
    public Pickup {
        Bounds.share("missedShare", missedShare);
        Bounds.notNegative("ringLimit", ringLimit);
        Bounds.notNegative("pause", pause);
    }

    /** Every agent answers in the same instant. */
    public static Pickup instant() {
        return new Pickup(Span.none(), 0, Duration.ZERO, Duration.ZERO);
    }
}
