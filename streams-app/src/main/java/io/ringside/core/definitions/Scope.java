package io.ringside.core.definitions;

import java.util.Locale;
import java.util.Optional;

import io.ringside.core.events.Channel;

/**
 * What a scorecard is about. A queue is one channel's queue: a name served over voice and chat is two queues.
 *
 * @param name the queue, channel, site, agent or team; empty for all
 * @param channel the channel of a queue or of a channel
 */
public record Scope(Kind kind, String name, Optional<Channel> channel) {

    /** The kinds of scope, from the narrow to the wide. */
    public enum Kind {
        QUEUE,
        AGENT,
        TEAM,
        CHANNEL,
        SITE,
        ALL;

        /** The name in labels and keys, for example {@code queue}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether facts are credited to it directly; the others are sums of these. */
        public boolean isLeaf() {
            return this == QUEUE || this == AGENT;
        }
    }

    /** Everything. */
    public static final Scope ALL = new Scope(Kind.ALL, "", Optional.empty());

    public Scope {
        if (name.isEmpty() != (kind == Kind.ALL)) {
            throw new IllegalArgumentException("a scope has a name unless it is all: " + kind + " '" + name + "'");
        }
        if (channel.isPresent() != (kind == Kind.QUEUE || kind == Kind.CHANNEL)) {
            throw new IllegalArgumentException("queues and channels, and only they, have a channel: " + kind);
        }
    }

    public static Scope queue(Channel channel, String name) {
        return new Scope(Kind.QUEUE, name, Optional.of(channel));
    }

    public static Scope agent(String name) {
        return new Scope(Kind.AGENT, name, Optional.empty());
    }

    public static Scope team(String name) {
        return new Scope(Kind.TEAM, name, Optional.empty());
    }

    public static Scope channel(Channel channel) {
        return new Scope(Kind.CHANNEL, channel.id(), Optional.of(channel));
    }

    public static Scope site(String name) {
        return new Scope(Kind.SITE, name, Optional.empty());
    }

    /** The key in topics and stores, for example {@code queue/voice/sales}, {@code site/berlin}, {@code all}. */
    public String key() {
        return switch (kind) {
            case ALL -> "all";
            case QUEUE -> "queue/" + channel.orElseThrow().id() + "/" + name;
            default -> kind.id() + "/" + name;
        };
    }

    /** Reads a {@link #key()}. */
    public static Scope parse(String key) {
        if (key.equals("all")) {
            return ALL;
        }
        String[] parts = key.split("/", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a scope: " + key);
        }
        return switch (parts[0]) {
            case "queue" -> {
                String[] queue = parts[1].split("/", 2);
                yield queue(Channel.valueOf(queue[0].toUpperCase(Locale.ROOT)), queue[1]);
            }
            case "agent" -> agent(parts[1]);
            case "team" -> team(parts[1]);
            case "channel" -> channel(Channel.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            case "site" -> site(parts[1]);
            default -> throw new IllegalArgumentException("not a scope: " + key);
        };
    }

    @Override
    public String toString() {
        return key();
    }
}
