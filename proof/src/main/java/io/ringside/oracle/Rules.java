package io.ringside.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the figures of a contact center rest on.
 *
 * @param zone where days begin unless a site says otherwise
 * @param interval the length of an interval
 * @param closeAfter calls and chats that were not heard of for so long are closed
 * @param missedAfter a contact that its queue's source does not list is closed no sooner after it was last heard of
 * @param changes of queues' limits, each later than those before
 */
public record Rules(
        ZoneId zone,
        Duration interval,
        Duration closeAfter,
        Duration missedAfter,
        Map<String, Clock> sites,
        List<Queue> queues,
        List<Team> teams,
        List<Change> changes) {

    /**
     * One channel's queue.
     *
     * @param threshold T: waits up to and with it are in time
     * @param shortAbandon s: abandons up to and with it are short; zero: none is
     * @param hours when it is open, if anything says so
     */
    public record Queue(
            String channel,
            String name,
            Duration threshold,
            Duration shortAbandon,
            Optional<String> site,
            Optional<Hours> hours) {}

    /** Agents, and the site where they are. */
    public record Team(String name, Optional<String> site, List<String> agents) {}

    /** From a moment on other limits hold for those who come to a queue. */
    public record Change(Instant from, String channel, String queue, Duration threshold, Duration shortAbandon) {}

    /** Rules that do not change. */
    public Rules(
            ZoneId zone,
            Duration interval,
            Duration closeAfter,
            Duration missedAfter,
            Map<String, Clock> sites,
            List<Queue> queues,
            List<Team> teams) {
        this(zone, interval, closeAfter, missedAfter, sites, queues, teams, List.of());
    }

    /** These with changes. */
    public Rules with(List<Change> changed) {
        return new Rules(zone, interval, closeAfter, missedAfter, sites, queues, teams, changed);
    }

    private Optional<Change> lastChange(Visit visit) {
        Optional<Change> last = Optional.empty();
        for (Change change : changes) {
            boolean concerns = change.channel.equals(visit.channel()) && change.queue.equals(visit.queue());
            if (concerns && visit.enqueuedAt() >= change.from.toEpochMilli()) {
                last = Optional.of(change);
            }
        }
        return last;
    }

    /** The threshold when a visit was enqueued, in milliseconds. */
    long threshold(Visit visit) {
        return lastChange(visit)
                .map(Change::threshold)
                .orElse(queue(visit.channel(), visit.queue()).threshold)
                .toMillis();
    }

    /** The short-abandon limit when a visit was enqueued, in milliseconds. */
    long shortAbandon(Visit visit) {
        return lastChange(visit)
                .map(Change::shortAbandon)
                .orElse(queue(visit.channel(), visit.queue()).shortAbandon)
                .toMillis();
    }

    Queue queue(String channel, String name) {
        return queues.stream()
                .filter(queue -> queue.channel.equals(channel) && queue.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + channel + "/" + name));
    }

    Optional<String> siteOf(String channel, String queue) {
        return queue(channel, queue).site;
    }

    Optional<Team> teamOf(String agent) {
        return teams.stream().filter(team -> team.agents.contains(agent)).findFirst();
    }

    /** Where the days of a scope begin: a site's own zone, also for its queues, teams and agents. */
    public Clock clock(Scope scope) {
        Optional<String> site =
                switch (scope.kind()) {
                    case "queue" -> siteOf(scope.channel(), scope.name());
                    case "site" -> Optional.of(scope.name());
                    case "team" ->
                        teams.stream()
                                .filter(team -> team.name.equals(scope.name()))
                                .findFirst()
                                .flatMap(Team::site);
                    case "agent" -> teamOf(scope.name()).flatMap(Team::site);
                    default -> Optional.empty();
                };
        return site.map(sites::get).orElse(new Clock(zone, Optional.empty()));
    }

    private Optional<Hours> hours(Scope scope) {
        return scope.kind().equals("queue") ? queue(scope.channel(), scope.name()).hours : Optional.empty();
    }

    /** Whether a scope is open at a moment; null where nothing says so. */
    public Boolean isOpen(Scope scope, long at) {
        return hours(scope).map(hours -> hours.isOpen(clock(scope).at(at))).orElse(null);
    }

    /** How long a ticket's queue was open before it was solved for the first time. */
    Optional<Long> businessTimeToSolve(Ticket ticket) {
        Scope queue = new Scope("queue", "ticket", ticket.queue());
        return hours(queue)
                .map(hours ->
                        hours.between(ticket.createdAt(), ticket.firstSolvedAt().orElseThrow(), clock(queue)));
    }

    /** The same as Ringside's configuration. */
    public String yaml() {
        StringBuilder yaml = new StringBuilder("defaults: {zone: ").append(zone).append("}\n");
        yaml.append(sites.isEmpty() ? "" : "sites:\n");
        sites.forEach((site, where) ->
                yaml.append("  ").append(site).append(": ").append(where.yaml()).append('\n'));
        Set<Hours> calendars =
                queues.stream().flatMap(queue -> queue.hours.stream()).collect(Collectors.toSet());
        yaml.append(calendars.isEmpty() ? "" : "calendars:\n");
        calendars.forEach(hours -> yaml.append(hours.yaml()));
        yaml.append("queues:\n");
        for (Queue queue : queues) {
            yaml.append("  %s/%s: {serviceLevel: {threshold: %ss}, shortAbandon: %ss%s%s}\n"
                    .formatted(
                            queue.channel,
                            queue.name,
                            queue.threshold.toSeconds(),
                            queue.shortAbandon.toSeconds(),
                            queue.site.map(site -> ", site: " + site).orElse(""),
                            queue.hours
                                    .map(hours -> ", calendar: " + hours.name())
                                    .orElse("")));
        }
        yaml.append(teams.isEmpty() ? "" : "teams:\n");
        for (Team team : teams) {
            yaml.append("  %s: {%sagents: %s}\n"
                    .formatted(
                            team.name,
                            team.site.map(site -> "site: " + site + ", ").orElse(""),
                            team.agents));
        }
        yaml.append(changes.isEmpty() ? "" : "changes:\n");
        for (Change change : changes) {
            yaml.append("  - from: ").append(change.from).append("\n    ").append(yaml(change));
        }
        return yaml.toString();
    }

    /** A change of the configuration, without its moment. */
    public static String yaml(Change change) {
        return "queues: {%s/%s: {serviceLevel: {threshold: %ss}, shortAbandon: %ss}}\n"
                .formatted(change.channel, change.queue, change.threshold.toSeconds(), change.shortAbandon.toSeconds());
    }
}
