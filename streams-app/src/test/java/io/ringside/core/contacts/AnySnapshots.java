package io.ringside.core.contacts;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import io.ringside.core.contacts.Snapshot.Listed;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.AnyEvents;
import io.ringside.core.events.Channel;

/** Snapshots of few lines that list one contact or miss it, at moments that collide with those of its events. */
public final class AnySnapshots {
    /** The contact that they are about. */
    public static final String CONTACT = "c1";

    private AnySnapshots() {}

    /** Some of them. */
    public static Arbitrary<List<Snapshot>> some() {
        return Combinators.combine(lines(), moments(), listings())
                .as(Snapshot::new)
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<Line> lines() {
        return Combinators.combine(
                        Arbitraries.of(Channel.VOICE, Channel.CHAT),
                        Arbitraries.of("sales", "care"),
                        Arbitraries.of("pbx", "pbx", "other"))
                .as((channel, queue, source) -> new Line(Scope.queue(channel, queue), source));
    }

    private static Arbitrary<Long> moments() {
        return Arbitraries.longs().between(0, AnyEvents.LATEST / 5_000 + 8).map(step -> step * 5_000);
    }

    private static Arbitrary<List<Listed>> listings() {
        return Arbitraries.of(
                List.of(),
                List.of(),
                List.of(new Listed("c2", "")),
                List.of(new Listed(CONTACT, "")),
                List.of(new Listed("c2", ""), new Listed(CONTACT, "v2")));
    }
}
