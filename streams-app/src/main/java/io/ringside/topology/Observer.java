package io.ringside.topology;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Cause;
import io.ringside.core.scorecards.Scoreboard;

/**
 * Where the topology shows its figures and tells of what operators want to know. Calls come from stream threads;
 * implementations must neither block nor throw.
 */
public interface Observer {
    Scoreboard scoreboard();

    /** A record or an event was refused, and went to the dead letters. */
    void refused(String reason);

    /**
     * Counts came too late for a window, which is kept no longer; they are in longer ones.
     *
     * @param window {@code interval}, or {@code day} for those that came too late for that as well
     * @param cause why they came only now
     */
    void cameTooLate(String window, Cause cause, int counts);

    /** Figures come in for a queue that the configuration does not name; told once a queue. */
    void unknownQueue(Scope queue);

    /** A snapshot of a queue lists a contact of which nothing else is known. */
    void unknownWaiting();

    /** A change of settings was taken in. */
    void settingsChanged(Change change);

    /**
     * A change of settings is not right, and changes nothing.
     *
     * @param key of the record
     * @param why all that is wrong, a line each
     */
    void settingsRefused(String key, String why);
}
