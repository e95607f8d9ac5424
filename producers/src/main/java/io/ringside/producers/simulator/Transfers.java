package io.ringside.producers.simulator;

import java.util.List;

/**
 * What agents do with contacts that are not theirs to solve.
 *
 * @param share of legs that are transferred
 * @param warm share of transfers that go to a colleague who was spoken to first
 * @param blind share of transfers that go to a colleague unannounced
 * @param external share of transfers that leave the center; the rest go to a queue
 * @param queues where those go; a transfer to a colleague goes there too when no colleague is free
 */
public record Transfers(double share, double warm, double blind, double external, List<String> queues) {
    public Transfers {
        Bounds.share("share", share);
        Bounds.share("warm + blind + external", warm + blind + external);
        queues = List.copyOf(queues);
    }

    public static Transfers none() {
        return new Transfers(0, 0, 0, 0, List.of());
    }

    public static Transfers toQueues(double share, List<String> queues) {
        return new Transfers(share, 0, 0, 0, queues);
    }
}
