package io.ringside.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.ringside.oracle.Visit.End;

/** What a list of events tells of visits, legs, tickets and surveys: the stories of all contacts, side by side. */
final class Chronicle {
    final List<Visit> visits = new ArrayList<>();
    final List<Leg> legs = new ArrayList<>();
    final List<Ticket> tickets = new ArrayList<>();
    final List<Mark> ringsNotAnswered = new ArrayList<>();
    final List<Mark> handledContacts = new ArrayList<>();
    final List<Mark> escalations = new ArrayList<>();
    final List<Mark> complaints = new ArrayList<>();
    final List<Mark> firstResponses = new ArrayList<>();
    final List<Mark> surveysSent = new ArrayList<>();
    final List<Mark> surveysAnswered = new ArrayList<>();

    private Chronicle() {}

    /**
     * Reads events in any order, with any duplicates.
     *
     * @param now how far time has come, epoch milliseconds
     */
    static Chronicle of(List<Heard> events, List<Listing> listings, Rules rules, long now) {
        Map<String, Heard> once = new HashMap<>();
        events.stream()
                .filter(event -> !event.channel().equals("agent"))
                .forEach(event -> once.put(event.about() + " " + event.id(), event));
        Chronicle chronicle = new Chronicle();
        once.values().stream()
                .sorted(Comparator.comparingLong(Heard::at).thenComparing(Heard::id))
                .collect(Collectors.groupingBy(Heard::about, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(contact -> new ContactReader(new Tale(contact), listings, rules, now).into(chronicle));
        return chronicle;
    }

    /** The part of it that is about a scope. */
    Chronicle about(Scope scope, Rules rules) {
        Chronicle part = new Chronicle();
        keep(visits, part.visits, visit -> scope.covers(visit.channel(), visit.queue(), "", rules));
        keep(
                legs,
                part.legs,
                leg -> scope.covers(leg.visit().channel(), leg.visit().queue(), leg.agent(), rules));
        keep(tickets, part.tickets, ticket -> scope.covers("ticket", ticket.queue(), ticket.agent(), rules));
        for (int i = 0; i < marks().size(); i++) {
            keep(
                    marks().get(i),
                    part.marks().get(i),
                    mark -> scope.covers(mark.channel(), mark.queue(), mark.agent(), rules));
        }
        return part;
    }

    private static <T> void keep(List<T> from, List<T> to, Predicate<T> which) {
        from.stream().filter(which).forEach(to::add);
    }

    private List<List<Mark>> marks() {
        return List.of(
                ringsNotAnswered,
                handledContacts,
                escalations,
                complaints,
                firstResponses,
                surveysSent,
                surveysAnswered);
    }

    /** All scopes that something is known of. */
    Set<Scope> scopes(Rules rules) {
        Set<Scope> scopes = new LinkedHashSet<>();
        visits.forEach(visit -> addQueue(visit.channel(), visit.queue(), rules, scopes));
        tickets.forEach(ticket -> addQueue("ticket", ticket.queue(), rules, scopes));
        tickets.forEach(ticket -> addAgent(ticket.agent(), rules, scopes));
        legs.stream().filter(Leg::isOver).forEach(leg -> addAgent(leg.agent(), rules, scopes));
        marks().stream().flatMap(List::stream).forEach(mark -> {
            addQueue(mark.channel(), mark.queue(), rules, scopes);
            addAgent(mark.agent(), rules, scopes);
        });
        return scopes;
    }

    private static void addQueue(String channel, String queue, Rules rules, Set<Scope> scopes) {
        if (!queue.isEmpty()) {
            scopes.add(new Scope("queue", channel, queue));
            scopes.add(new Scope("channel", channel, channel));
            rules.siteOf(channel, queue).ifPresent(site -> scopes.add(new Scope("site", "", site)));
            scopes.add(new Scope("all", "", ""));
        }
    }

    private static void addAgent(String agent, Rules rules, Set<Scope> scopes) {
        if (!agent.isEmpty()) {
            scopes.add(new Scope("agent", "", agent));
            rules.teamOf(agent).ifPresent(team -> scopes.add(new Scope("team", "", team.name())));
        }
    }

    /** The moments at which something was counted. */
    Set<Long> moments() {
        Set<Long> moments = new TreeSet<>();
        visits.forEach(visit -> moments.add(visit.enqueuedAt()));
        visits.stream().filter(visit -> !visit.ended(End.WAITING)).forEach(visit -> moments.add(visit.leftAt()));
        legs.stream().filter(Leg::isOver).forEach(leg -> {
            moments.add(leg.wrappedUpAt());
            moments.add(leg.visit().enqueuedAt());
        });
        marks().stream().flatMap(List::stream).forEach(mark -> {
            moments.add(mark.at());
            moments.add(mark.arrivedAt());
        });
        for (Ticket ticket : tickets) {
            moments.add(ticket.createdAt());
            List.of(ticket.firstSolvedAt(), ticket.solvedAt(), ticket.reopenedAt(), ticket.closedAt())
                    .forEach(moment -> moment.ifPresent(moments::add));
        }
        return moments;
    }
}
