package io.ringside.producers.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A center at work: what its parts share. */
final class Operation {
    private final Scenario scenario;
    private final String run;
    private final Timeline timeline;
    private final Journal journal;
    private final Routing routing;
    private final Map<String, ServiceQueue> queues;
    private final Reception reception;
    private final Aftermath aftermath;
    private final Lookout lookout;

    Operation(Scenario scenario) {
        this.scenario = scenario;
        Instant start = scenario.start();
        run = runName(scenario);
        timeline = new Timeline(start.toEpochMilli());
        journal = new Journal(timeline, run);
        routing = new Routing(scenario.center(), timeline, journal);
        queues = scenario.center().queues().stream().collect(Collectors.toMap(ServiceQueue::name, Function.identity()));
        reception = new Reception(this);
        aftermath = new Aftermath(this);
        lookout = new Lookout(this);
    }

    /** Signs in the staff and lets the customers come. */
    void open() {
        new Roster(this).open();
        for (ServiceQueue queue : scenario.center().queues()) {
            List<Incident> incidents = scenario.incidents().stream()
                    .filter(incident -> incident.queue().equals(queue.name()))
                    .toList();
            new Arrivals(this, queue, incidents).open();
        }
        lookout.open();
    }

    Scenario scenario() {
        return scenario;
    }

    /** Tells this run's contacts and events from those of other runs. */
    String run() {
        return run;
    }

    Timeline timeline() {
        return timeline;
    }

    Journal journal() {
        return journal;
    }

    Routing routing() {
        return routing;
    }

    ServiceQueue queue(String name) {
        return queues.get(name);
    }

    Reception reception() {
        return reception;
    }

    Aftermath aftermath() {
        return aftermath;
    }

    Lookout lookout() {
        return lookout;
    }

    /** The draws of something that has a name. */
    Chance chance(String name) {
        return Chance.of(scenario.seed(), name);
    }

    private static String runName(Scenario scenario) {
        long number = Chance.of(scenario.seed(), scenario.start().toString()).nextLong() >>> 28;
        return Long.toString(number, Character.MAX_RADIX);
    }
}
