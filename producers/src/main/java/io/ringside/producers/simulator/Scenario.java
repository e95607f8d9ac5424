package io.ringside.producers.simulator;

import java.time.Instant;
import java.util.List;

/**
 * What is simulated. The same scenario gives the same events, on any machine.
 *
 * @param seed chooses one of the ways in which things can go
 * @param start when the center opens, empty
 * @param reporting what is told of it
 */
public record Scenario(Center center, long seed, Instant start, List<Incident> incidents, Reporting reporting) {
    public Scenario {
        incidents = List.copyOf(incidents);
        incidents.forEach(incident -> center.queue(incident.queue()));
    }

    /** An ordinary day. */
    public static Scenario of(Center center, long seed, Instant start) {
        return new Scenario(center, seed, start, List.of(), Reporting.EVENTS_ONLY);
    }

    public Scenario with(Incident... added) {
        return new Scenario(center, seed, start, List.of(added), reporting);
    }

    public Scenario with(Reporting other) {
        return new Scenario(center, seed, start, incidents, other);
    }
}
