package io.ringside.core.agents;

/**
 * An agent changed state.
 *
 * @param id the same id twice is the same change
 * @param at since when, epoch milliseconds
 */
public record StateChange(String id, long at, State state) {

    /** What an agent does; states exclude one another. */
    public enum State {
        OFFLINE,
        AVAILABLE,
        RINGING,
        ON_CONTACT,
        WRAP_UP,
        BREAK,
        BACK_OFFICE;

        /** Whether the agent is ready for contacts or busy with one. */
        public boolean isOnQueue() {
            return this == AVAILABLE || this == RINGING || this == ON_CONTACT || this == WRAP_UP;
        }
    }
}
