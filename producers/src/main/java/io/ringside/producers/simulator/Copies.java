package io.ringside.producers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A center put beside itself, to get a large one with as believable a load on each agent. */
final class Copies {
    private final int number;
    private final Set<String> kept;

    private Copies(int number, Set<String> kept) {
        this.number = number;
        this.kept = kept;
    }

    /** As many copies as it takes; of the last, the first queues only, and nothing that leads to the others. */
    static Center of(Center center, int count) {
        List<ServiceQueue> queues = new ArrayList<>();
        List<Team> teams = new ArrayList<>();
        int number = 0;
        while (queues.size() < count) {
            number++;
            List<ServiceQueue> wanted =
                    center.queues().stream().limit(count - queues.size()).toList();
            Copies copy =
                    new Copies(number, wanted.stream().map(ServiceQueue::name).collect(Collectors.toSet()));
            wanted.stream().map(copy::queue).forEach(queues::add);
            center.teams().stream().flatMap(copy::team).forEach(teams::add);
        }
        return new Center(center.sites(), queues, teams, center.surveying(), center.customers() * number);
    }

    /** Every queue that contacts of this one can be sent on to. */
    static Stream<String> destinations(ServiceQueue queue) {
        Stream<String> flowOuts = queue.flowOuts().stream().flatMap(way -> way.to().stream());
        return Stream.concat(flowOuts, transfers(queue.handling()).queues().stream());
    }

    private static Transfers transfers(Handling handling) {
        return handling instanceof Handling.Live live ? live.transfers() : Transfers.none();
    }

    private ServiceQueue queue(ServiceQueue queue) {
        return new ServiceQueue(
                name(queue.name()),
                queue.site(),
                queue.demand(),
                queue.patience(),
                queue.flowOuts().stream().flatMap(this::flowOut).toList(),
                handling(queue.handling()),
                queue.returning(),
                queue.reasons());
    }

    private Stream<FlowOut> flowOut(FlowOut way) {
        return way.to().filter(to -> !kept.contains(to)).isPresent()
                ? Stream.empty()
                : Stream.of(new FlowOut(
                        way.reason(), way.after(), way.share(), way.to().map(this::name)));
    }

    private Handling handling(Handling handling) {
        if (handling instanceof Handling.Calls it) {
            return new Handling.Calls(
                    it.pickup(),
                    it.talk(),
                    it.holdShare(),
                    it.hold(),
                    it.consultShare(),
                    it.wrapUp(),
                    it.trouble(),
                    transfers(it.transfers()));
        }
        if (handling instanceof Handling.Chats it) {
            return new Handling.Chats(
                    it.pickup(),
                    it.replies(),
                    it.agentWrites(),
                    it.customerWrites(),
                    it.wrapUp(),
                    it.trouble(),
                    transfers(it.transfers()));
        }
        return handling;
    }

    private Transfers transfers(Transfers it) {
        return new Transfers(it.share(), it.warm(), it.blind(), it.external(), names(it.queues()));
    }

    private Stream<Team> team(Team team) {
        List<String> served = names(team.queues());
        return served.isEmpty()
                ? Stream.empty()
                : Stream.of(new Team(name(team.name()), team.site(), served, team.size(), team.slots(), team.shifts()));
    }

    private List<String> names(List<String> names) {
        return names.stream().filter(kept::contains).map(this::name).toList();
    }

    private String name(String name) {
        return number == 1 ? name : name + "-" + number;
    }
}
