package io.ringside.producers.simulator;

/**
 * How often a leg ends in more than an answer.
 *
 * @param escalated share of legs in which a superior is called for
 * @param complained share of legs in which the customer complains, before what the customer went through adds to it
 */
public record Trouble(double escalated, double complained) {
    public Trouble {
        Bounds.share("escalated", escalated);
        Bounds.share("complained", complained);
    }

    public static Trouble none() {
        return new Trouble(0, 0);
    }
}
