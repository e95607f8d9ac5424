package io.ringside.core.contacts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.events.Event;
import io.ringside.core.events.Reason;
import io.ringside.core.events.RefusedException;
import io.ringside.core.facts.Cause;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Posting;
import io.ringside.core.facts.Quarters;

/**
 * One contact: the set of its events, and what has been stated of it. The same events in any order, with any
 * duplicates, end in the same facts: they are a function of the set, and each change states the difference.
 *
 * <p>What was stated is kept, so that totals stay the sum of what was stated even when definitions or the program
 * change. A contact belongs to one thread. Times are epoch milliseconds.
 */
public final class Contact {
    private static final Optional<List<Row>> NO_ROWS = Optional.of(List.of());

    private final List<Event> events = new ArrayList<>();

    /** One bit for each event's id, by its hash: where it is missing, the id is new. */
    private long ids;

    private long latest = Long.MIN_VALUE;
    private List<Fact> stated;

    /** Most contacts have neither of these when they begin, and few ever the second: what is empty is not to be filled. */
    private Map<String, Integer> revisions;

    private Set<String> reported;
    private long now;
    private long scheduled;
    private final Sightings sightings;
    private List<Wait> waits = List.of();

    /** Contact records as they stand; empty where that is yet to be found out. */
    private Optional<List<Row>> rows;

    /** A contact of which nothing is known. */
    public Contact() {
        this(List.of(), List.of(), Map.of(), Set.of(), Long.MIN_VALUE, Long.MAX_VALUE, new Sightings());
    }

    /** A contact as it was stored; what is not empty becomes its own. */
    public Contact(
            List<Event> events,
            List<Fact> stated,
            Map<String, Integer> revisions,
            Set<String> reported,
            long now,
            long scheduled,
            Sightings sightings) {
        events.forEach(this::append);
        this.stated = stated;
        this.revisions = revisions;
        this.reported = reported;
        this.now = now;
        this.scheduled = scheduled;
        this.sightings = sightings;
        this.rows = events.isEmpty() ? NO_ROWS : Optional.empty();
    }

    /**
     * What a change leads to.
     *
     * @param postings facts stated and taken back
     * @param rows contact records that are new or changed, with their revisions
     * @param oddities events that turned out not to fit, each reported once
     * @param wake when time alone changes this contact next; empty when nothing is left to wait for
     */
    public record Change(List<Posting> postings, List<Revised> rows, List<Oddity> oddities, OptionalLong wake) {

        /** The same, brought about by what was played in afterwards. */
        public Change replayed() {
            return new Change(Posting.because(Cause.REPLAY, postings), rows, oddities, wake);
        }
    }

    /** A contact record and how often it was stated, 1 for the first time. */
    public record Revised(Row row, int revision) {}

    /**
     * Takes an event in; what follows from it is known when time passes.
     *
     * @return false for a duplicate, which changes nothing
     * @throws RefusedException if the contact has too many events already
     */
    public boolean take(Event event, Definitions definitions, ContactLimits limits) throws RefusedException {
        if (isKnown(event.id())) {
            return false;
        }
        if (events.size() >= limits.mostEvents()) {
            throw new RefusedException(Reason.TOO_MANY_EVENTS, "the contact has " + events.size() + " events already");
        }
        knownRows(definitions, limits);
        if (event.at() > latest) {
            append(event);
        } else {
            insert(event);
        }
        return true;
    }

    private boolean isKnown(String id) {
        if ((ids & bit(id)) != 0) {
            for (Event known : events) {
                if (known.id().equals(id)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One of 64 bits; a shift takes as much of the hash as it needs. */
    private static long bit(String id) {
        return 1L << id.hashCode();
    }

    private void append(Event event) {
        events.add(event);
        ids |= bit(event.id());
        latest = event.at();
    }

    private void insert(Event event) {
        int place = Collections.binarySearch(events, event, StoryReader.AS_IT_HAPPENED);
        events.add(place < 0 ? -place - 1 : place, event);
        ids |= bit(event.id());
    }

    /**
     * Takes in that a snapshot lists the contact, whether or not anything else is known of it; what follows from it is
     * known when time passes.
     *
     * @param visit empty where the snapshot names none
     * @return false if that says nothing new
     */
    public boolean list(Line line, String visit, long at, Definitions definitions, ContactLimits limits) {
        knownRows(definitions, limits);
        return sightings.size() < limits.mostEvents() && sightings.list(new Sightings.Place(line, visit), at);
    }

    /**
     * Works out what follows from the events taken in since the last time, and from the time that has passed: thresholds
     * pass, and contacts that a snapshot misses or that give no sign of life are closed.
     *
     * @param until how far time has come; what has come already does not go back
     * @param snapshots all that are known
     */
    public Change timePasses(long until, Definitions definitions, ContactLimits limits, Snapshots snapshots) {
        knownRows(definitions, limits);
        now = Math.max(now, until);
        return restate(definitions, limits, snapshots);
    }

    /** Whether at a moment nothing more is to come of it, and a duplicate of its last event would be refused as too old. */
    public boolean isForgettable(long at, ContactLimits limits) {
        long last = Math.max(latest, sightings.latest());
        return last == Long.MIN_VALUE
                || (at > last + limits.retention().toMillis()
                        && read(Snapshots.NONE, limits).isOver());
    }

    private Story read(Snapshots snapshots, ContactLimits limits) {
        return StoryReader.read(events, sightings, snapshots, limits, now);
    }

    private List<Row> knownRows(Definitions definitions, ContactLimits limits) {
        if (rows.isEmpty()) {
            rows = Optional.of(Row.of(read(Snapshots.NONE, limits), definitions));
        }
        return rows.get();
    }

    private Change restate(Definitions definitions, ContactLimits limits, Snapshots snapshots) {
        Story story = read(snapshots, limits);
        waits = story.waits;
        List<Fact> facts = Statement.of(story, definitions, now);
        List<Posting> postings = Difference.between(stated, facts);
        stated = facts;
        List<Row> before = rows.orElseThrow();
        List<Row> after = Row.of(story, definitions);
        rows = Optional.of(after);
        return new Change(postings, revise(before, after), report(story.oddities), wake(story, definitions));
    }

    private List<Revised> revise(List<Row> before, List<Row> after) {
        if (after.isEmpty()) {
            return List.of();
        }
        List<Revised> revised = new ArrayList<>(after.size());
        for (Row row : after) {
            if (!before.contains(row)) {
                revised.add(new Revised(row, revise(row.key())));
            }
        }
        return revised;
    }

    private int revise(String key) {
        if (revisions.isEmpty()) {
            revisions = new HashMap<>(4);
        }
        return revisions.merge(key, 1, Integer::sum);
    }

    private List<Oddity> report(List<Oddity> oddities) {
        if (oddities.isEmpty()) {
            return List.of();
        }
        if (reported.isEmpty()) {
            reported = new HashSet<>();
        }
        return oddities.stream()
                .filter(oddity -> reported.add(oddity.event().id()))
                .toList();
    }

    private OptionalLong wake(Story story, Definitions definitions) {
        long wake = story.closesAt.orElse(Long.MAX_VALUE);
        for (Visit visit : story.visits.values()) {
            if (visit.isWaiting()) {
                wake = Math.min(wake, wake(visit, definitions));
            }
        }
        return wake == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(wake);
    }

    /** When it passes its threshold, or stands over a full quarter of an hour, whichever comes first. */
    private long wake(Visit waiting, Definitions definitions) {
        Duration threshold =
                definitions.queue(waiting.queue, waiting.enqueuedAt).threshold();
        long passed = waiting.enqueuedAt + threshold.toMillis() + 1;
        long quarter = Quarters.after(Math.max(now, waiting.enqueuedAt));
        return passed > now ? Math.min(passed, quarter) : quarter;
    }

    /** The waits that snapshots may end, as of the last time that time passed. */
    public List<Wait> waits() {
        return Collections.unmodifiableList(waits);
    }

    /** What snapshots say of it; for storage. */
    public Sightings sightings() {
        return sightings;
    }

    /** The events, in the order in which they happened; for storage. */
    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /** The facts stated so far and not taken back; for storage and for tests. */
    public List<Fact> stated() {
        return stated;
    }

    /** How often each contact record was stated; for storage. */
    public Map<String, Integer> revisions() {
        return Collections.unmodifiableMap(revisions);
    }

    /** The ids of events that were reported as odd; for storage. */
    public Set<String> reported() {
        return Collections.unmodifiableSet(reported);
    }

    /** How far time has come for this contact; for storage. */
    public long now() {
        return now;
    }

    /** The moment this contact is woken at, as far as was arranged; for whoever wakes it, and for storage. */
    public long scheduled() {
        return scheduled;
    }

    /** Whether time alone will change it. Little comes for a contact of which this is not so. */
    public boolean waitsForTime() {
        return scheduled != Long.MAX_VALUE;
    }

    public void scheduled(long moment) {
        scheduled = moment;
    }
}
