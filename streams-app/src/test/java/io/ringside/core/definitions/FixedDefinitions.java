package io.ringside.core.definitions;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Definitions for tests: 20 s of threshold and 5 s of short abandon for every queue, the site {@code berlin} for the
 * queue {@code sales}, the team {@code red} for the agent {@code ada}, one zone, and targets by KPI. A test says what it
 * has otherwise.
 */
public class FixedDefinitions implements Definitions {
    public static final FixedDefinitions UTC = in(ZoneId.of("UTC"));

    private final ZoneId zone;
    private final Map<String, Target> targets;

    public FixedDefinitions(ZoneId zone, Map<String, Target> targets) {
        this.zone = zone;
        this.targets = Map.copyOf(targets);
    }

    public static FixedDefinitions in(ZoneId zone) {
        return new FixedDefinitions(zone, Map.of());
    }

    public ZoneId zone() {
        return zone;
    }

    @Override
    public QueueDefinition queue(Scope queue, long at) {
        Optional<String> site = queue.name().equals("sales") ? Optional.of("berlin") : Optional.empty();
        return new QueueDefinition(Duration.ofSeconds(20), Duration.ofSeconds(5), site, Zones.always(zone), true);
    }

    @Override
    public Optional<String> teamOf(String agent) {
        return agent.equals("ada") ? Optional.of("red") : Optional.empty();
    }

    @Override
    public Zones zones(Scope scope) {
        return Zones.always(zone);
    }

    @Override
    public Map<String, Target> targets(Scope scope, long at) {
        return targets;
    }

    @Override
    public Set<Duration> limits() {
        return Set.of(Duration.ofSeconds(20), Duration.ofSeconds(5));
    }

    @Override
    public String version(long at) {
        return "0-fixed";
    }
}
