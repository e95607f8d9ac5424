package io.ringside.producers.simulator;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Agents who can do the same.
 *
 * @param queues what they serve
 * @param size how many they are
 * @param slots how many chats one of them has at a time; a call or a ticket takes all of an agent
 * @param shifts given to the agents in turn
 */
public record Team(String name, String site, List<String> queues, int size, int slots, List<Shift> shifts) {
    public Team {
        Bounds.named("team", name);
        Bounds.atLeastOne("size", size);
        Bounds.atLeastOne("slots", slots);
        Bounds.atLeastOne("shifts", shifts.size());
        queues = List.copyOf(queues);
        shifts = List.copyOf(shifts);
    }

    /** The ids of this team's agents, for example {@code berlin-sales-07}. */
    public List<String> agents() {
        return IntStream.rangeClosed(1, size)
                .mapToObj(number -> "%s-%02d".formatted(name, number))
                .toList();
    }

    Team laterBy(int hours) {
        return new Team(
                name,
                site,
                queues,
                size,
                slots,
                shifts.stream().map(shift -> shift.laterBy(hours)).toList());
    }

    Team scaled(double rate) {
        return new Team(name, site, queues, (int) Math.max(1, Math.round(size * rate)), slots, shifts);
    }
}
