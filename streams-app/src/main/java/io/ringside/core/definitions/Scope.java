package io.ringside.core.definitions;

import java.util.Locale;
import java.util.Optional;

import io.ringside.core.events.Channel;

/**
 * What a scorecard is about. A queue is one channel's queue: a name served over voice and chat is two queues.
 *
 * <p>Every fact and every pane is looked up by it, so it knows its key and its hash from the start.
 */
public final class Scope {
    private final Kind kind;
    private final String name;
    private final Optional<Channel> channel;
    private final String key;
    private final int hash;

    /** The kinds of scope, from the narrow to the wide. */
    public enum Kind {
        QUEUE,
        AGENT,
        TEAM,
        CHANNEL,
        SITE,
        ALL;

        private final String id = name().toLowerCase(Locale.ROOT);

        /** The name in labels and keys, for example {@code queue}. */
        public String id() {
            return id;
        }

        /** Whether facts are credited to it directly; the others are sums of these. */
        public boolean isLeaf() {
            return this == QUEUE || this == AGENT;
        }
    }

    /** Everything. */
    public static final Scope ALL = new Scope(Kind.ALL, "", Optional.empty());

    private Scope(Kind kind, String name, Optional<Channel> channel) {
        if (name.isEmpty() != (kind == Kind.ALL)) {
            throw new IllegalArgumentException("a scope has a name unless it is all: " + kind + " '" + name + "'");
        }
        if (channel.isPresent() != (kind == Kind.QUEUE || kind == Kind.CHANNEL)) {
            throw new IllegalArgumentException("queues and channels, and only they, have a channel: " + kind);
        }
        this.kind = kind;
        this.name = name;
        this.channel = channel;
        this.key = switch (kind) {
            case ALL -> "all";
            case QUEUE -> "queue/" + channel.orElseThrow().id() + "/" + name;
            default -> kind.id() + "/" + name;
        };
        this.hash = key.hashCode();
    }

    public Kind kind() {
        return kind;
    }

    /** The queue, channel, site, agent or team; empty for all. */
    public String name() {
        return name;
    }

    /** The channel of a queue or of a channel. */
    public Optional<Channel> channel() {
        return channel;
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
        return key;
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
    public boolean equals(Object object) {
        return this == object || (object instanceof Scope other && hash == other.hash && key.equals(other.key));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return key();
    }
}
