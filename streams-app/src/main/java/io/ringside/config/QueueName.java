package io.ringside.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;

/**
 * How the configuration names queues: {@code sales} is that name on every channel, {@code chat/sales} on one.
 *
 * @param channel empty for every channel
 */
record QueueName(Optional<Channel> channel, String name) {
    static QueueName parse(String text) {
        return Arrays.stream(Channel.values())
                .filter(channel -> text.startsWith(channel.id() + "/"))
                .map(channel -> new QueueName(
                        Optional.of(channel), text.substring(channel.id().length() + 1)))
                .findFirst()
                .orElse(new QueueName(Optional.empty(), text));
    }

    /** The name on every channel. */
    QueueName everywhere() {
        return new QueueName(Optional.empty(), name);
    }

    /** The queues that are meant. */
    List<Scope> scopes() {
        return channel.map(List::of).orElse(List.of(Channel.values())).stream()
                .map(one -> Scope.queue(one, name))
                .toList();
    }

    /** Spreads what is said of names over the queues that they mean; what is said of one channel wins. */
    static <T> Map<Scope, T> byScope(Map<QueueName, T> byName) {
        Map<Scope, T> spread = new HashMap<>();
        byName.forEach((name, value) -> name.scopes()
                .forEach(scope -> spread.merge(
                        scope, value, (before, now) -> name.channel().isPresent() ? now : before)));
        return spread;
    }

    /**
     * Reads what is said of queues elsewhere.
     *
     * @param shorthand the key that is meant where a queue has a value in place of a mapping
     * @param known the queues that there are
     */
    static <T> Map<QueueName, T> named(
            Section section, String shorthand, Set<QueueName> known, Function<Section, T> reader) {
        Map<QueueName, T> read = new LinkedHashMap<>();
        BiFunction<String, Section, T> checked = (name, queue) -> {
            if (!isKnown(parse(name), known)) {
                List<String> names = known.stream().map(QueueName::toString).toList();
                queue.refuse(References.unknown("queue", name, names));
            }
            return reader.apply(queue);
        };
        section.named("queues", "<queue>", Optional.of(shorthand), checked)
                .forEach((name, value) -> read.put(parse(name), value));
        read.keySet().removeIf(name -> !isKnown(name, known));
        return read;
    }

    private static boolean isKnown(QueueName name, Set<QueueName> known) {
        return known.contains(name) || known.contains(name.everywhere());
    }

    @Override
    public String toString() {
        return channel.map(one -> one.id() + "/" + name).orElse(name);
    }
}
