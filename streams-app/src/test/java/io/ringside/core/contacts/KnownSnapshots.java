package io.ringside.core.contacts;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Snapshots in memory, none of which is forgotten. */
public final class KnownSnapshots implements Snapshots {
    private final Map<Line, TreeSet<Long>> moments = new HashMap<>();

    /** Takes one in, for itself and for the contact. */
    public void take(Snapshot snapshot, String id, Contact contact, Folding.World world) {
        moments.computeIfAbsent(snapshot.line(), line -> new TreeSet<>()).add(snapshot.at());
        for (Snapshot.Listed listed : snapshot.waiting()) {
            if (listed.contact().equals(id)) {
                contact.list(snapshot.line(), listed.visit(), snapshot.at(), world.definitions(), world.limits());
            }
        }
    }

    @Override
    public OptionalLong next(Line line, long moment) {
        Long next = moments.getOrDefault(line, new TreeSet<>()).ceiling(moment);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next);
    }
}
