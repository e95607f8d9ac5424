package io.ringside.core.definitions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the figures rest on, and how scopes roll up: queue → channel, site, all; agent → team. Limits and targets change
 * at moments: whoever asks says for when. Moments are epoch milliseconds.
 */
public interface Definitions {

    /**
     * The definition of a queue scope; the defaults where the configuration does not name it.
     *
     * @param at when the visit was enqueued that it is asked for
     */
    QueueDefinition queue(Scope queue, long at);

    /** The site of a queue, where it has one. */
    default Optional<String> siteOf(Scope queue) {
        return queue(queue, Long.MIN_VALUE).site();
    }

    /** The team of an agent, where the configuration names it. */
    Optional<String> teamOf(String agent);

    /** Whose clock says where the days of a scope begin. */
    Zones zones(Scope scope);

    /** When a scope is open; empty where nothing says so, and for agents and teams: people are neither open nor closed. */
    default Optional<BusinessHours> hours(Scope scope) {
        return Optional.empty();
    }

    /**
     * The targets of a scope by KPI, each the most specific of queue or agent, team, channel, site, all.
     *
     * @param at the last moment of what is to be judged
     */
    Map<String, Target> targets(Scope scope, long at);

    /** Every service-level threshold and short-abandon limit that some queue has at some moment, as far as is known now; none is 0. */
    Set<Duration> limits();

    /**
     * What is in force at a moment, by name: {@code 3-1f0c9a2b} is change 3 of the settings, and a fingerprint of all
     * definitions. The number is 0 as long as only the configuration speaks.
     */
    String version(long at);

    /** The scopes that a queue's or an agent's figures are added to. */
    default List<Scope> rollUps(Scope leaf) {
        List<Scope> above = new ArrayList<>();
        if (leaf.kind() == Scope.Kind.QUEUE) {
            above.add(Scope.channel(leaf.channel().orElseThrow()));
            siteOf(leaf).ifPresent(site -> above.add(Scope.site(site)));
            above.add(Scope.ALL);
        } else if (leaf.kind() == Scope.Kind.AGENT) {
            teamOf(leaf.name()).ifPresent(team -> above.add(Scope.team(team)));
        }
        return above;
    }
}
