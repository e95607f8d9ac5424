package io.ringside.producers.simulator;

import java.util.List;

import io.ringside.schemas.events.Channel;

/**
 * A queue and those who come to it.
 *
 * @param site where it belongs; its time zone is the one of the daily curve
 * @param reasons why customers come, each as likely as another
 */
public record ServiceQueue(
        String name,
        String site,
        Demand demand,
        Patience patience,
        List<FlowOut> flowOuts,
        Handling handling,
        Returning returning,
        List<String> reasons) {
    public ServiceQueue {
        Bounds.named("queue", name);
        flowOuts = List.copyOf(flowOuts);
        reasons = List.copyOf(reasons);
        Bounds.atLeastOne("reasons", reasons.size());
    }

    public Channel channel() {
        return handling.channel();
    }

    ServiceQueue laterBy(int hours) {
        return new ServiceQueue(name, site, demand.laterBy(hours), patience, flowOuts, handling, returning, reasons);
    }

    ServiceQueue scaled(double rate) {
        return new ServiceQueue(name, site, demand.scaled(rate), patience, flowOuts, handling, returning, reasons);
    }
}
