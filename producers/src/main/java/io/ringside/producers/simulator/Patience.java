package io.ringside.producers.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * How long customers wait before they give up.
 *
 * @param hastyShare who leaves within the first seconds whatever happens
 * @param hastyWithin the longest that those stay
 * @param span how long the others stay; for ever where empty
 */
public record Patience(double hastyShare, Duration hastyWithin, Optional<Span> span) {
    public Patience {
        Bounds.share("hastyShare", hastyShare);
        Bounds.notNegative("hastyWithin", hastyWithin);
    }

    /** Customers who never give up. */
    public static Patience endless() {
        return new Patience(0, Duration.ZERO, Optional.empty());
    }

    public static Patience of(Span span) {
        return new Patience(0, Duration.ZERO, Optional.of(span));
    }

    /** A draw in milliseconds; empty for a customer who stays. */
    Optional<Long> draw(Chance chance) {
        boolean hasty = chance.happens(hastyShare);
        long haste = StrictMath.round(hastyWithin.toMillis() * chance.unit());
        return hasty ? Optional.of(haste) : span.map(patience -> patience.draw(chance));
    }
}
