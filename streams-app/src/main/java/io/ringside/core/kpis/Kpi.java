package io.ringside.core.kpis;

import java.util.OptionalLong;
import java.util.Set;

import io.ringside.core.events.Channel;

/**
 * One KPI: a pure function of a tally and of what is open now.
 *
 * @param id the name in topics, labels and configuration, for example {@code service_level}
 * @param name the name for a person
 * @param channels the channels it exists for; there is no abandon of a ticket
 * @param subjects whether queues, and the scopes above them, or agents and teams have it
 * @param placedBy the moment that places it in time by outcome; by arrival it is always the moment of arrival
 * @param source who defines it this way
 */
public record Kpi(
        String id,
        String name,
        Unit unit,
        Direction better,
        Set<Channel> channels,
        Set<Subject> subjects,
        Formula formula,
        String placedBy,
        String source) {

    public Kpi {
        if (!id.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a KPI id: " + id);
        }
        channels = Set.copyOf(channels);
        subjects = Set.copyOf(subjects);
    }

    /** What a KPI can be of. */
    public enum Subject {
        /** Queues, and channels, sites and all above them. */
        QUEUES,
        /** Agents, and teams above them. */
        AGENTS
    }

    /**
     * Reads this KPI.
     *
     * @param now the moment up to which waits still run, epoch milliseconds; empty for a window that has ended
     */
    public Reading read(Tally tally, Live live, OptionalLong now) {
        return read(new Figures().of(tally, live, now));
    }

    /** Reads this KPI beside others of the same figures. */
    public Reading read(Figures figures) {
        return formula.read(figures);
    }

    /** The formula for a person. */
    public String definition() {
        return formula.text();
    }

    /** Whether the value is a share or mean, so that a numerator and a denominator go with it. */
    public boolean isQuotient() {
        return formula instanceof Formula.Quotient;
    }
}
