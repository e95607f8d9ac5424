package io.ringside.producers.simulator;

/**
 * Who comes again, for the same reason.
 *
 * @param resolvedShare of handled contacts that settle the matter
 * @param redialShare of those who gave up waiting who try again
 * @param redialAfter how soon they do
 * @param returnShare of those whose matter was not settled who come again
 * @param returnAfter how soon they do
 */
public record Returning(
        double resolvedShare, double redialShare, Span redialAfter, double returnShare, Span returnAfter) {
    public Returning {
        Bounds.share("resolvedShare", resolvedShare);
        Bounds.share("redialShare", redialShare);
        Bounds.share("returnShare", returnShare);
    }

    /** Everything is settled, and nobody tries again. */
    public static Returning never() {
        return new Returning(1, 0, Span.none(), 0, Span.none());
    }
}
