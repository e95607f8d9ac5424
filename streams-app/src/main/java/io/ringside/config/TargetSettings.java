package io.ringside.config;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;

/**
 * The targets of one KPI, each for one scope.
 *
 * @param byScope what is said of scopes; {@link Scope#ALL} holds where nothing narrower does
 */
record TargetSettings(Map<Scope, Target> byScope) {
    TargetSettings {
        byScope = Map.copyOf(byScope);
    }

    /** The target of the first of these scopes that has one. */
    Optional<Target> first(Stream<Scope> narrowToWide) {
        return narrowToWide.filter(byScope::containsKey).findFirst().map(byScope::get);
    }
}
