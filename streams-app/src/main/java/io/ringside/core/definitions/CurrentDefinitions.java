package io.ringside.core.definitions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The definitions as they are known now: changes come in while others ask. What a change says holds from its moment on,
 * so for whoever asks of an earlier one nothing is ever different.
 */
public final class CurrentDefinitions implements Definitions {
    private Changes changes;
    private volatile Definitions known;

    public CurrentDefinitions(Changes changes) {
        this.changes = changes;
        this.known = changes.definitions();
    }

    /**
     * Takes a change in; one that is known already changes nothing.
     *
     * @return whether it was news
     * @throws ChangeRefusedException if it is not right; all stays as it was
     */
    public synchronized boolean take(Change change) throws ChangeRefusedException {
        if (changes.taken().contains(change)) {
            return false;
        }
        changes = changes.with(change);
        known = changes.definitions();
        return true;
    }

    /** The number of the latest change that is known. */
    public synchronized int latest() {
        return changes.latest();
    }

    @Override
    public QueueDefinition queue(Scope queue, long at) {
        return known.queue(queue, at);
    }

    @Override
    public Optional<String> teamOf(String agent) {
        return known.teamOf(agent);
    }

    @Override
    public Optional<BusinessHours> hours(Scope scope) {
        return known.hours(scope);
    }

    @Override
    public Zones zones(Scope scope) {
        return known.zones(scope);
    }

    @Override
    public Map<String, Target> targets(Scope scope, long at) {
        return known.targets(scope, at);
    }

    @Override
    public Set<Duration> limits() {
        return known.limits();
    }

    @Override
    public String version(long at) {
        return known.version(at);
    }

    @Override
    public List<Scope> rollUps(Scope leaf) {
        return known.rollUps(leaf);
    }
}
