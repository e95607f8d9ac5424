package io.ringside.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ringside.core.definitions.BusinessHours;
import io.ringside.core.definitions.Scope;

/** When each scope is open, worked out once. */
final class HoursTable {
    private final Map<Scope, BusinessHours> named = new HashMap<>();
    private final Optional<BusinessHours> usual;

    /**
     * The hours of scopes.
     *
     * @param queues the clocks and calendars of the queues that are named
     * @param defaults those of channels, of all, and of queues that are not named
     */
    HoursTable(Map<Scope, Locality> queues, Map<String, Locality> sites, Locality defaults) {
        queues.forEach((queue, locality) -> enter(queue, locality));
        sites.forEach((site, locality) -> enter(Scope.site(site), locality));
        enter(Scope.ALL, defaults);
        usual = defaults.hours();
    }

    private void enter(Scope scope, Locality locality) {
        locality.hours().ifPresent(hours -> named.put(scope, hours));
    }

    Optional<BusinessHours> of(Scope scope) {
        return switch (scope.kind()) {
            case AGENT, TEAM -> Optional.empty();
            default -> Optional.ofNullable(named.get(scope)).or(() -> usual);
        };
    }

    /** The hours of all that have any and are named. */
    Map<Scope, BusinessHours> named() {
        return named;
    }
}
