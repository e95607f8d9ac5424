package io.ringside.adapters.prometheus;

import java.util.EnumSet;
import java.util.Set;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;

/**
 * The scopes that have a figure. A voice queue has no backlog and an agent no waiting contacts; a zero there would be a
 * statement.
 *
 * @param agents whether agents and teams have it
 */
record Reach(Set<Channel> channels, boolean agents) {
    static final Reach QUEUES = new Reach(EnumSet.of(Channel.VOICE, Channel.CHAT), false);
    static final Reach TICKETS = new Reach(EnumSet.of(Channel.TICKET), false);
    static final Reach CHATS_AND_TICKETS = new Reach(EnumSet.of(Channel.CHAT, Channel.TICKET), false);
    static final Reach QUEUES_AND_AGENTS = new Reach(QUEUES.channels, true);
    static final Reach AGENTS = new Reach(Set.of(), true);
    static final Reach EVERYTHING = new Reach(EnumSet.allOf(Channel.class), true);

    Reach {
        channels = Set.copyOf(channels);
    }

    boolean covers(Scope scope) {
        return switch (scope.kind()) {
            case AGENT, TEAM -> agents;
            case QUEUE, CHANNEL -> channels.contains(scope.channel().orElseThrow());
            case SITE, ALL -> !channels.isEmpty();
        };
    }
}
