package io.ringside.core.facts;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;

/** Facts of every measure, with values from nothing to years. */
public final class AnyFacts {
    private static final long TWENTY_YEARS = 20L * 8_766 * 3_600_000;

    private AnyFacts() {}

    public static Arbitrary<Fact> facts() {
        return facts(scopes());
    }

    public static Arbitrary<Fact> facts(Arbitrary<Scope> scopes) {
        return Combinators.combine(scopes, Arbitraries.of(Measure.class), moments(), moments(), values())
                .as((scope, measure, happenedAt, arrivedAt, value) -> new Fact(
                        scope,
                        measure,
                        measure.kind() == Measure.Kind.LEVEL ? happenedAt / 900_000 * 900_000 : happenedAt,
                        arrivedAt,
                        measure.kind() == Measure.Kind.COUNT ? 0 : value));
    }

    /** Queues and agents with names of every kind. */
    public static Arbitrary<Scope> scopes() {
        Arbitrary<String> names = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> name.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Channel.class), names).as(Scope::queue), names.map(Scope::agent));
    }

    public static Arbitrary<Long> moments() {
        return Arbitraries.longs().between(0, 4_000_000_000_000L);
    }

    /** Durations in milliseconds, the short ones often. */
    public static Arbitrary<Long> values() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1_000),
                Arbitraries.longs().between(0, 3_600_000),
                Arbitraries.longs().between(0, TWENTY_YEARS));
    }
}
