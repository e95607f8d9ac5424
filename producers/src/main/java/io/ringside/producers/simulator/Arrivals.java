package io.ringside.producers.simulator;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The customers who come to one queue: a Poisson process whose rate follows the day, drawn by thinning (Lewis and Shedler 1979).
 *
 * <p>A surge is a second process beside the first, so that the ordinary customers are the same with an incident as without it.
 */
final class Arrivals {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final Operation operation;
    private final ServiceQueue queue;
    private final List<Incident> incidents;
    private final ZoneId zone;

    Arrivals(Operation operation, ServiceQueue queue, List<Incident> incidents) {
        this.operation = operation;
        this.queue = queue;
        this.incidents = incidents;
        zone = operation.scenario().center().site(queue.site()).zone();
    }

    void open() {
        long now = operation.timeline().now();
        new PoissonProcess(operation.chance("arrivals at " + queue.name()), 1, Long.MAX_VALUE).next(now);
        for (Incident incident : incidents) {
            Chance chance = operation.chance("surge at %s from %s".formatted(queue.name(), incident.from()));
            long from = Math.max(now, incident.from().toEpochMilli());
            new PoissonProcess(chance, incident.surge() - 1, incident.to().toEpochMilli()).next(from);
        }
    }

    /** The arrivals at a multiple of the queue's demand, until a time in milliseconds since 1970-01-01T00:00Z. */
    private final class PoissonProcess {
        private final Chance chance;
        private final long until;
        private final double peakPerMillis;

        PoissonProcess(Chance chance, double factor, long until) {
            this.chance = chance;
            this.until = until;
            peakPerMillis =
                    factor * queue.demand().perHour() * queue.demand().curve().peak() / MILLIS_PER_HOUR;
        }

        /** Draws candidates at the day's peak rate, and keeps of each time of day the share that its rate has of the peak's. */
        void next(long after) {
            if (!(peakPerMillis > 0)) {
                return;
            }
            double time = after + chance.exponential() / peakPerMillis;
            if (time < until) {
                operation.timeline().at(StrictMath.round(time), () -> candidate(time));
            }
        }

        private void candidate(double time) {
            Chance its = chance.split();
            boolean comes = chance.happens(share());
            next(StrictMath.round(time));
            if (comes) {
                operation.reception().newMatter(queue, its);
            }
        }

        private double share() {
            LocalTime local = Instant.ofEpochMilli(operation.timeline().now())
                    .atZone(zone)
                    .toLocalTime();
            DailyCurve curve = queue.demand().curve();
            return curve.at(local) / curve.peak();
        }
    }
}
