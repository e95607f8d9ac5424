package io.ringside.oracle;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.oracle.Figure.Precision;
import io.ringside.oracle.Visit.End;
import io.ringside.schemas.events.QueueSnapshot;

/**
 * Every KPI from a list of events: plain, slow, and meant to be checked by eye against the definitions. It shares
 * nothing with the program whose figures it judges.
 */
public final class Oracle {
    private final Rules rules;
    private final long now;
    private final Chronicle told;
    private final AgentTime agentTime;
    private final Map<Scope, Chronicle> toldOf = new HashMap<>();

    /**
     * Reads all that is known.
     *
     * @param events in any order, with any duplicates
     * @param now how far time has come, epoch milliseconds
     */
    public Oracle(Rules rules, Collection<? extends SpecificRecord> events, long now) {
        List<Heard> heard = events.stream()
                .filter(event -> !(event instanceof QueueSnapshot))
                .map(Heard::of)
                .toList();
        List<Listing> listings = events.stream()
                .filter(QueueSnapshot.class::isInstance)
                .map(event -> Listing.of((QueueSnapshot) event))
                .toList();
        this.rules = rules;
        this.now = now;
        this.told = Chronicle.of(heard, listings, rules, now);
        this.agentTime = AgentTime.of(heard, now);
    }

    /** The events as text, in the order in which they happened. */
    public static String story(Collection<? extends SpecificRecord> events) {
        String told = events.stream()
                .filter(event -> !(event instanceof QueueSnapshot))
                .map(Heard::of)
                .sorted(Comparator.comparingLong(Heard::at))
                .map(Heard::toString)
                .collect(Collectors.joining("\n"));
        String listed = events.stream()
                .filter(QueueSnapshot.class::isInstance)
                .map(event -> Listing.of((QueueSnapshot) event))
                .sorted(Comparator.comparingLong(Listing::at))
                .map(Listing::toString)
                .collect(Collectors.joining("\n"));
        return told + "\n" + listed;
    }

    /** The KPIs of a scope over a window that is over. */
    public Map<String, Figure> closed(Scope scope, Window window, boolean byArrival) {
        return new Kpis(rules, about(scope), agentTime.about(scope, rules), window, byArrival, false, now).of(scope);
    }

    /** The KPIs of a scope over a window that reaches until now: waits that still run are in. */
    public Map<String, Figure> open(Scope scope, Window window, boolean byArrival) {
        return new Kpis(rules, about(scope), agentTime.about(scope, rules), window, byArrival, true, now).of(scope);
    }

    /**
     * The KPIs of a scope over a window that is longer than a day and may not be over: waits that still run are not in.
     *
     * @param isStatedNow whether it was stated just now, or may have been before
     */
    public Map<String, Figure> soFar(Scope scope, Window window, boolean byArrival, boolean isStatedNow) {
        Map<String, Figure> figures = new LinkedHashMap<>(closed(scope, window, byArrival));
        Precision precision = isStatedNow ? Precision.TEN_SECONDS : Precision.SOME_WHILE_AGO;
        figures.computeIfPresent("handled_per_hour", (id, figure) -> figure.within(precision));
        return figures;
    }

    /** What is open now: how many, and since when the oldest of them is, epoch milliseconds. */
    public record Stock(long waiting, OptionalLong oldestWaitingSince, long backlog, OptionalLong oldestOpenSince) {}

    /** The contacts in queue now, and the tickets that are not solved. Queues have them, agents have not. */
    public Stock stock(Scope scope) {
        List<Long> waiting = about(scope).visits.stream()
                .filter(visit -> visit.ended(End.WAITING))
                .map(Visit::enqueuedAt)
                .toList();
        List<Long> open = about(scope).tickets.stream()
                .filter(ticket -> ticket.solvedAt().isEmpty() && !scope.isOfAgents())
                .map(Ticket::createdAt)
                .toList();
        return new Stock(waiting.size(), earliest(waiting), open.size(), earliest(open));
    }

    /**
     * Who waits at both ends of a window, and who came and left within it.
     *
     * @param atEnd for a window that reaches until now, those who wait now
     */
    public record Books(long atStart, long came, long left, long atEnd) {

        /** What does not add up. */
        public long residual() {
            return atStart + came - left - atEnd;
        }
    }

    /** The books of a scope that has queues: each visit looked at for itself, at both ends. */
    public Books books(Scope scope, Window window) {
        List<Visit> visits = about(scope).visits;
        Predicate<Visit> hasLeft = visit -> !visit.ended(End.WAITING);
        return new Books(
                count(visits, visit -> visit.waitsAt(window.start(), now)),
                count(visits, visit -> window.holds(visit.enqueuedAt())),
                count(visits, hasLeft.and(visit -> window.holds(visit.leftAt()))),
                count(
                        visits,
                        visit -> visit.enqueuedAt() < window.end()
                                && (visit.ended(End.WAITING) || visit.leftAt() >= window.end())));
    }

    /** The share of the visits that came in a window that have left since; empty where none came. */
    public OptionalDouble completeness(Scope scope, Window window) {
        List<Visit> came = about(scope).visits.stream()
                .filter(visit -> window.holds(visit.enqueuedAt()) && !scope.isOfAgents())
                .toList();
        return came.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) count(came, visit -> !visit.ended(End.WAITING)) / came.size());
    }

    private static long count(List<Visit> visits, Predicate<Visit> which) {
        return visits.stream().filter(which).count();
    }

    /** All that is over, by the keys of contact records. */
    public Map<String, Finished> finished() {
        Map<String, Finished> finished = new HashMap<>();
        for (Visit visit : told.visits) {
            if (!visit.ended(End.WAITING)) {
                finished.put(visit.contact() + "|VISIT/" + visit.id() + "/", Finished.of(visit, rules));
            }
        }
        for (Leg leg : told.legs) {
            if (leg.isOver()) {
                finished.put(leg.visit().contact() + "|LEG/" + leg.visit().id() + "/" + leg.id(), Finished.of(leg));
            }
        }
        for (Ticket ticket : told.tickets) {
            if (ticket.solvedAt().isPresent()) {
                finished.put(ticket.contact() + "|TICKET//", Finished.of(ticket));
            }
        }
        return finished;
    }

    /** All scopes in which something was counted. */
    public Set<Scope> scopes() {
        return told.scopes(rules);
    }

    /** The intervals of a scope in which something was counted. */
    public Set<Window> intervals(Scope scope) {
        return about(scope).moments().stream()
                .map(at -> Window.interval(at, rules.interval(), rules.clock(scope)))
                .collect(Collectors.toSet());
    }

    /** The days of a scope on which something was counted. */
    public Set<Window> days(Scope scope) {
        return about(scope).moments().stream()
                .map(at -> Window.day(at, rules.clock(scope)))
                .collect(Collectors.toSet());
    }

    /** The weeks of a scope in which something was counted. */
    public Set<Window> weeks(Scope scope) {
        return about(scope).moments().stream()
                .map(at -> Window.week(at, rules.clock(scope)))
                .collect(Collectors.toSet());
    }

    /** The months of a scope in which something was counted. */
    public Set<Window> months(Scope scope) {
        return about(scope).moments().stream()
                .map(at -> Window.month(at, rules.clock(scope)))
                .collect(Collectors.toSet());
    }

    /** The quarters of a scope in which something was counted. */
    public Set<Window> quarters(Scope scope) {
        return about(scope).moments().stream()
                .map(at -> Window.quarter(at, rules.clock(scope)))
                .collect(Collectors.toSet());
    }

    private Chronicle about(Scope scope) {
        return toldOf.computeIfAbsent(scope, s -> told.about(s, rules));
    }

    private static OptionalLong earliest(List<Long> moments) {
        return moments.stream().mapToLong(Long::longValue).min();
    }
}
