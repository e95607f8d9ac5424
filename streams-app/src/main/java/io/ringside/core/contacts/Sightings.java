package io.ringside.core.contacts;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What snapshots say of one contact, in two moments a line and visit: the last that listed it, and the first that missed
 * it long enough after it was last heard of. Both are a maximum and a minimum over a set, so that order and duplicates
 * cannot matter; which snapshots there were, the contact does not keep. A contact is heard of later and never earlier the
 * more is known, so a miss that has come too early once never counts again. Moments are epoch milliseconds.
 */
public final class Sightings {
    private Map<Place, Long> listed;
    private Map<Place, Long> missed;

    /** A line, and a visit to it; empty where a snapshot named none, which means any. */
    public record Place(Line line, String visit) {}

    Sightings() {
        this(Map.of(), Map.of());
    }

    /** As they were stored. Most contacts have none: what is empty is not made ready to be filled. */
    public Sightings(Map<Place, Long> listed, Map<Place, Long> missed) {
        this.listed = listed;
        this.missed = missed;
    }

    /** Takes in that a snapshot lists the contact; false if that says nothing new. */
    boolean list(Place place, long at) {
        Long before = listed.get(place);
        if (before != null && before >= at) {
            return false;
        }
        listed = with(listed, place, at);
        return true;
    }

    /** When a visit was listed last; the smallest long if it never was. */
    long lastListed(Line line, String visit) {
        long named = listed.getOrDefault(new Place(line, visit), Long.MIN_VALUE);
        return visit.isEmpty() ? named : Math.max(named, listed.getOrDefault(new Place(line, ""), Long.MIN_VALUE));
    }

    /** The first snapshot from a moment on, which lies after the last that listed the visit; it is remembered. */
    OptionalLong firstMissed(Line line, String visit, long from, Snapshots snapshots) {
        Place place = new Place(line, visit);
        long known = missed.getOrDefault(place, Long.MIN_VALUE);
        long next = snapshots.next(line, from).orElse(Long.MAX_VALUE);
        long first = known >= from ? Math.min(known, next) : next;
        if (first == Long.MAX_VALUE) {
            if (known != Long.MIN_VALUE) {
                missed.remove(place);
            }
            return OptionalLong.empty();
        }
        missed = with(missed, place, first);
        return OptionalLong.of(first);
    }

    private static Map<Place, Long> with(Map<Place, Long> some, Place place, long at) {
        Map<Place, Long> more = some.isEmpty() ? new HashMap<>() : some;
        more.put(place, at);
        return more;
    }

    /** The latest moment of any of them; the smallest long where there is none. */
    long latest() {
        long latest = Long.MIN_VALUE;
        for (long at : listed.values()) {
            latest = Math.max(latest, at);
        }
        for (long at : missed.values()) {
            latest = Math.max(latest, at);
        }
        return latest;
    }

    /** How many lines and visits it was listed in. */
    int size() {
        return listed.size();
    }

    /** For storage. */
    public Map<Place, Long> listed() {
        return Collections.unmodifiableMap(listed);
    }

    /** For storage. */
    public Map<Place, Long> missed() {
        return Collections.unmodifiableMap(missed);
    }
}
