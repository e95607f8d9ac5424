package io.ringside.producers.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A contact center: who works there, what it serves and how. Plain values; build your own, or begin with {@link #berlinAndLisbon()}.
 *
 * @param customers how many different customers there are
 */
public record Center(
        List<Site> sites, List<ServiceQueue> queues, List<Team> teams, Surveying surveying, int customers) {
    public Center {
        sites = List.copyOf(sites);
        queues = List.copyOf(queues);
        teams = List.copyOf(teams);
        Bounds.atLeastOne("customers", customers);
        requireKnown(
                "site",
                names(sites.stream().map(Site::name)),
                Stream.concat(
                        queues.stream().map(ServiceQueue::site), teams.stream().map(Team::site)));
        requireKnown("queue", names(queues.stream().map(ServiceQueue::name)), references(queues, teams));
        names(teams.stream().map(Team::name));
    }

    /** A center of some 55 agents in two cities: sales, support and billing by phone, a chat, and tickets; day and night. */
    public static Center berlinAndLisbon() {
        return BerlinAndLisbon.center();
    }

    /**
     * The queue of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ServiceQueue queue(String name) {
        return queues.stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("queue", name));
    }

    /**
     * The site of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Site site(String name) {
        return sites.stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("site", name));
    }

    /** This center with demand and staff {@code rate} times as large; every team keeps an agent. */
    public Center scaled(double rate) {
        return new Center(
                sites,
                queues.stream().map(queue -> queue.scaled(rate)).toList(),
                teams.stream().map(team -> team.scaled(rate)).toList(),
                surveying,
                (int) Math.max(1, Math.round(customers * rate)));
    }

    /** This center with its day begun so many hours later, demand and shifts alike; fewer than none for earlier. */
    public Center laterBy(int hours) {
        return new Center(
                sites,
                queues.stream().map(queue -> queue.laterBy(hours)).toList(),
                teams.stream().map(team -> team.laterBy(hours)).toList(),
                surveying,
                customers);
    }

    /** This center beside itself until it has this many queues: {@code sales}, {@code sales-2}, {@code sales-3} … each with its own teams. */
    public Center withQueues(int count) {
        Bounds.atLeastOne("count", count);
        return Copies.of(this, count);
    }

    private static Stream<String> references(List<ServiceQueue> queues, List<Team> teams) {
        return Stream.concat(
                teams.stream().flatMap(team -> team.queues().stream()),
                queues.stream().flatMap(Copies::destinations));
    }

    private static Set<String> names(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("%s: is there twice".formatted(name));
            }
        });
        return seen;
    }

    private static void requireKnown(String what, Set<String> known, Stream<String> asked) {
        asked.filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw unknown(what, name);
        });
    }

    private static IllegalArgumentException unknown(String what, String name) {
        return new IllegalArgumentException("%s: there is no such %s".formatted(name, what));
    }
}
