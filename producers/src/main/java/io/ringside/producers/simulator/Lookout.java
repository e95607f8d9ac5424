package io.ringside.producers.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Sees who waits in each queue of calls or chats, in line or while it rings, and says so now and then. */
final class Lookout {
    private final Operation operation;
    private final Reporting reporting;
    private final Chance losses;
    private final Map<String, TreeSet<Visit>> waiting = new HashMap<>();
    private long snapshots;

    Lookout(Operation operation) {
        this.operation = operation;
        reporting = operation.scenario().reporting();
        losses = operation.chance("lost ends");
    }

    /** Begins to say who waits, if it is to. */
    void open() {
        reporting.snapshotEvery().ifPresent(every -> {
            for (ServiceQueue queue : operation.scenario().center().queues()) {
                if (queue.handling() instanceof Handling.Live) {
                    operation.timeline().after(every.toMillis(), () -> look(queue, every.toMillis()));
                }
            }
        });
    }

    void comes(Visit one) {
        waiting.computeIfAbsent(one.queue(), queue -> new TreeSet<>()).add(one);
    }

    void leaves(Visit one) {
        waiting.get(one.queue()).remove(one);
    }

    /** Whether nobody is told of a hang-up. */
    boolean losesAnEnd() {
        return reporting.lostEnds() > 0 && losses.happens(reporting.lostEnds());
    }

    private void look(ServiceQueue queue, long every) {
        operation.journal().note(queue, ++snapshots, waiting.getOrDefault(queue.name(), new TreeSet<>()));
        operation.timeline().after(every, () -> look(queue, every));
    }
}
