package io.ringside.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.oracle.Cause.Why;
import io.ringside.oracle.Count.Kind;
import io.ringside.schemas.events.QueueSnapshot;

/**
 * Follows what becomes known in the order in which it does, and says for which windows it matters and why. Whether they
 * are stated again is another question: they must have closed, and their figures must be others than before.
 */
public final class Restatements {
    private static final String OUTCOME = "outcome";
    private static final String ARRIVAL = "arrival";

    private final Rules rules;
    private final Map<String, List<Heard>> contacts = new TreeMap<>();
    private final Map<String, List<Heard>> agents = new TreeMap<>();
    private final List<Listing> listings = new ArrayList<>();
    private final Map<String, List<Count>> counted = new HashMap<>();
    private final Map<String, Touched> touched = new TreeMap<>();
    /** What one event changes, as far as it is looked through. */
    private final Map<Change, Integer> sums = new HashMap<>();

    private long now;

    /** Something that there is more or less of in a window. */
    private record Change(String key, Cause cause, String what) {}

    /**
     * Begins when nothing is known.
     *
     * @param now how far time has come, epoch milliseconds
     */
    public Restatements(Rules rules, long now) {
        this.rules = rules;
        this.now = now;
    }

    /**
     * An event becomes known.
     *
     * @param isReplay whether it was played in afterwards
     */
    public void comes(SpecificRecord event, boolean isReplay) {
        if (event instanceof QueueSnapshot snapshot) {
            listings.add(Listing.of(snapshot));
            contacts.keySet().forEach(contact -> look(contact, false, isReplay));
            return;
        }
        Heard heard = Heard.of(event);
        boolean isOfAgent = heard.channel().equals("agent");
        List<Heard> known = (isOfAgent ? agents : contacts).computeIfAbsent(heard.about(), about -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other.id().equals(heard.id()))) {
            known.add(heard);
            look(heard.about(), isOfAgent, isReplay);
        }
    }

    /** Time comes to a moment, epoch milliseconds. */
    public void timeComesTo(long moment) {
        now = moment;
        contacts.keySet().forEach(contact -> look(contact, false, false));
        agents.keySet().forEach(agent -> look(agent, true, false));
    }

    /** All that something came for since the last time, by their keys in the history. */
    public Map<String, Touched> take() {
        Map<String, Touched> taken = new TreeMap<>(touched);
        touched.clear();
        taken.forEach((key, one) -> {
            if (one.byArrival()) {
                Touched none = Touched.of(one.scope(), one.window(), false);
                one.tellOutcomesFrom(taken.getOrDefault(key.replace("|" + ARRIVAL + "|", "|" + OUTCOME + "|"), none));
            }
        });
        return taken;
    }

    private void look(String about, boolean isAgent, boolean isReplay) {
        String key = isAgent + about;
        List<Count> before = counted.getOrDefault(key, List.of());
        List<Count> after = isAgent ? timeOf(about) : countsOf(about);
        counted.put(key, after);
        for (Why why : Cause.of(before, after)) {
            touch(why, isReplay ? Cause.REPLAY : why.cause());
        }
        sums.forEach((at, sum) -> {
            if (sum != 0) {
                touched.get(at.key).causes().add(at.cause);
            }
        });
        sums.clear();
    }

    private List<Count> countsOf(String contact) {
        return Counts.of(Chronicle.of(contacts.get(contact), listings, rules, now), rules, now);
    }

    private List<Count> timeOf(String agent) {
        List<Heard> known = agents.get(agent);
        long first = known.stream()
                .min(Comparator.comparingLong(Heard::at))
                .orElseThrow()
                .at();
        return Counts.of(AgentTime.of(known, now), new Scope("agent", "", agent), first, now);
    }

    private void touch(Why why, Cause cause) {
        Count count = why.count();
        String what = count.what() + " " + count.said();
        for (Scope scope : count.scopes(rules)) {
            if (count.kind() == Kind.WAITED) {
                touchBooks(scope, why, cause);
            } else {
                windows(scope, count.at())
                        .forEach((id, window) -> touch(Touched.of(scope, window, false), id, cause, what, why.sign()));
                windows(scope, count.arrivedAt())
                        .forEach((id, window) -> touch(Touched.of(scope, window, true), id, cause, what, why.sign()));
            }
        }
    }

    /** Who waits at a moment is in the books of the windows that end or begin with it. */
    private void touchBooks(Scope scope, Why why, Cause cause) {
        long at = why.count().at();
        for (long moment : List.of(at - 1, at)) {
            windows(scope, moment).forEach((id, window) -> {
                if (window.start() == at || window.end() == at) {
                    touch(Touched.of(scope, window, false), id, cause, "waits at " + at, why.sign());
                }
            });
        }
    }

    private void touch(Touched window, String id, Cause cause, String what, int sign) {
        String key = window.scope() + "|" + id + "|" + (window.byArrival() ? ARRIVAL : OUTCOME) + "|"
                + Instant.ofEpochMilli(window.window().start());
        touched.computeIfAbsent(key, k -> window).possible().add(cause);
        sums.merge(new Change(key, cause, what), sign, Integer::sum);
    }

    /** The windows that a moment lies in, by their ids in the history. */
    private Map<String, Window> windows(Scope scope, long at) {
        Clock clock = rules.clock(scope);
        return Map.of(
                "interval", Window.interval(at, rules.interval(), clock),
                "day", Window.day(at, clock),
                "week", Window.week(at, clock),
                "month", Window.month(at, clock),
                "quarter", Window.quarter(at, clock));
    }
}
