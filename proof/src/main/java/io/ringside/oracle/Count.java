package io.ringside.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is counted of a queue or an agent. Moments are epoch milliseconds.
 *
 * @param what in a word
 * @param of the queue or agent
 * @param at when it happened
 * @param arrivedAt when the contact came to the queue
 * @param said what else is known of it: how long it took, how it was rated; empty where nothing is
 * @param kind where it is from
 */
record Count(String what, Scope of, long at, long arrivedAt, String said, Kind kind) {

    /** How a count came about. */
    enum Kind {
        /** A source said so. */
        SAID,
        /** Sources said nothing else: somebody waits still, or for too long; an agent is where the agent was. */
        ASSUMED,
        /** The same of who waited at a moment: it is in the books alone. */
        WAITED,
        /** A customer was asked, or answered. */
        SURVEY,
        /** A ticket was solved for good, or closed. */
        DONE,
        /** A ticket was opened again. */
        REOPENED
    }

    /** The scopes that it is counted in: queues add up to channels, sites and all; agents to teams. */
    List<Scope> scopes(Rules rules) {
        List<Scope> scopes = new ArrayList<>(List.of(of));
        if (of.kind().equals("queue")) {
            scopes.add(new Scope("channel", of.channel(), of.channel()));
            rules.siteOf(of.channel(), of.name()).ifPresent(site -> scopes.add(new Scope("site", "", site)));
            scopes.add(new Scope("all", "", ""));
        } else {
            Optional<Rules.Team> team = rules.teamOf(of.name());
            team.ifPresent(t -> scopes.add(new Scope("team", "", t.name())));
        }
        return scopes;
    }
}
