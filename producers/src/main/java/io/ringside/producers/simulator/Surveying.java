package io.ringside.producers.simulator;

import java.time.Duration;

/**
 * How customers are asked.
 *
 * @param sentShare of handled contacts after which a survey is sent
 * @param sentAfter how long after the contact
 * @param answeredShare of surveys that are answered
 * @param answeredAfter how long after it was sent
 */
public record Surveying(double sentShare, Duration sentAfter, double answeredShare, Span answeredAfter) {
    public Surveying {
        Bounds.share("sentShare", sentShare);
        Bounds.share("answeredShare", answeredShare);
        Bounds.notNegative("sentAfter", sentAfter);
    }

    public static Surveying none() {
        return new Surveying(0, Duration.ZERO, 0, Span.none());
    }
}
