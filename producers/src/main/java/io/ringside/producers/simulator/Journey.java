package io.ringside.producers.simulator;

/**
 * What a customer went through, and the mood that it leaves.
 *
 * <p>The weights are a model, not a measurement; their order is the usual one: not solved hurts most, then having to come again, being passed on, waiting.
 */
final class Journey {
    private static final double CALM = 0.93;
    private static final double UNRESOLVED = 0.32;
    private static final double CAME_AGAIN = 0.12;
    private static final double GAVE_UP = 0.08;
    private static final double PASSED_ON = 0.10;
    private static final double MINUTE_WAITED = 0.06;
    private static final double MINUTE_HELD = 0.03;
    private static final double WAITING_AT_MOST = 0.40;
    private static final double NOISE = 0.12;
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final int earlierContacts;
    private final int gaveUpBefore;
    private long waitedMillis;
    private long heldMillis;
    private int transfers;
    private boolean resolved;

    private Journey(int earlierContacts, int gaveUpBefore) {
        this.earlierContacts = earlierContacts;
        this.gaveUpBefore = gaveUpBefore;
    }

    static Journey first() {
        return new Journey(0, 0);
    }

    /** The journey of the same customer's next contact for the same reason. */
    Journey again(boolean gaveUp) {
        return new Journey(earlierContacts + 1, gaveUpBefore + (gaveUp ? 1 : 0));
    }

    void waited(long millis) {
        waitedMillis += millis;
    }

    void held(long millis) {
        heldMillis += millis;
    }

    void passedOn() {
        transfers++;
    }

    void resolved(boolean it) {
        resolved = it;
    }

    boolean resolved() {
        return resolved;
    }

    int transfers() {
        return transfers;
    }

    int earlierContacts() {
        return earlierContacts;
    }

    long waitedMillis() {
        return waitedMillis;
    }

    /** From 0, furious, to 1, delighted. */
    double mood(Chance chance) {
        double waiting = Math.min(
                WAITING_AT_MOST,
                MINUTE_WAITED * waitedMillis / MILLIS_PER_MINUTE + MINUTE_HELD * heldMillis / MILLIS_PER_MINUTE);
        double mood = CALM
                - waiting
                - (resolved ? 0 : UNRESOLVED)
                - CAME_AGAIN * Math.min(2, earlierContacts)
                - GAVE_UP * Math.min(2, gaveUpBefore)
                - PASSED_ON * transfers
                + NOISE * chance.gaussian();
        return Math.max(0, Math.min(1, mood));
    }
}
