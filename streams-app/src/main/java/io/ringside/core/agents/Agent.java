package io.ringside.core.agents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

/**
 * One agent's time on queue: stated as it passes, cut where panes begin, and corrected when a change comes late. Like a
 * contact, it is the set of its changes, whatever the order in which they come. It belongs to one thread. Times are
 * epoch milliseconds.
 */
public final class Agent {
    private static final Comparator<StateChange> AS_IT_HAPPENED =
            Comparator.comparingLong(StateChange::at).thenComparing(StateChange::id);

    /** Changes older than this, before what was stated last, can no longer be corrected and are let go. */
    private static final long KEPT = 24 * 3_600_000L;

    private final List<StateChange> changes;
    private long statedUntil;
    private long letGoUntil;

    /** An agent of whom nothing is known. */
    public Agent() {
        this(List.of(), Long.MIN_VALUE, Long.MIN_VALUE);
    }

    /** An agent as stored. */
    public Agent(List<StateChange> changes, long statedUntil, long letGoUntil) {
        this.changes = new ArrayList<>(changes);
        this.statedUntil = statedUntil;
        this.letGoUntil = letGoUntil;
    }

    /** Whether a change can be taken in: not where it falls into what was let go, and might be known already. */
    public boolean takes(StateChange change) {
        return change.at() >= letGoUntil;
    }

    /**
     * Takes a change in, which must be one that it {@link #takes}.
     *
     * @param pane the length of the finest panes, in milliseconds
     * @return what this takes back and states of the time that was stated before
     */
    public List<Posting> apply(String agent, StateChange change, long pane) {
        if (changes.stream().anyMatch(known -> known.id().equals(change.id()))) {
            return List.of();
        }
        List<Fact> before = timeOnQueue(agent, change.at(), statedUntil, pane);
        int place = Collections.binarySearch(changes, change, AS_IT_HAPPENED);
        changes.add(-place - 1, change);
        List<Fact> after = timeOnQueue(agent, change.at(), statedUntil, pane);
        List<Posting> postings = new ArrayList<>();
        before.forEach(fact -> postings.add(new Posting(fact, -1)));
        after.forEach(fact -> postings.add(new Posting(fact, 1)));
        return postings;
    }

    /** States the time on queue up to the last beginning of a pane. */
    public List<Posting> timePasses(String agent, long now, long pane) {
        return stateUntil(agent, Math.floorDiv(now, pane) * pane, pane);
    }

    /** States the time on queue up to a moment that nothing follows, in the middle of a pane as it may be. */
    public List<Posting> timeEnds(String agent, long now, long pane) {
        return stateUntil(agent, now, pane);
    }

    private List<Posting> stateUntil(String agent, long until, long pane) {
        if (until <= statedUntil) {
            return List.of();
        }
        List<Posting> postings = timeOnQueue(agent, statedUntil, until, pane).stream()
                .map(fact -> new Posting(fact, 1))
                .toList();
        statedUntil = until;
        while (changes.size() > 1 && changes.get(1).at() < until - KEPT) {
            changes.remove(0);
            letGoUntil = changes.get(0).at();
        }
        return postings;
    }

    /** The time on queue from a moment until another, cut where panes begin. */
    private List<Fact> timeOnQueue(String agent, long from, long until, long pane) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            long start = Math.max(from, changes.get(i).at());
            long end =
                    i + 1 < changes.size() ? Math.min(until, changes.get(i + 1).at()) : until;
            if (changes.get(i).state().isOnQueue()) {
                cut(agent, start, end, pane, facts);
            }
        }
        return facts;
    }

    private static void cut(String agent, long start, long end, long pane, List<Fact> facts) {
        for (long at = start; at < end; at = (Math.floorDiv(at, pane) + 1) * pane) {
            long length = Math.min(end, (Math.floorDiv(at, pane) + 1) * pane) - at;
            facts.add(new Fact(Scope.agent(agent), Measure.ON_QUEUE, at, at, length));
        }
    }

    /** The changes that can still be corrected; for storage. */
    public List<StateChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** Up to when time on queue has been stated, which is never ahead of the time that has passed; for storage. */
    public long statedUntil() {
        return statedUntil;
    }

    /** The moment that no change before can be taken in; for storage. */
    public long letGoUntil() {
        return letGoUntil;
    }
}
