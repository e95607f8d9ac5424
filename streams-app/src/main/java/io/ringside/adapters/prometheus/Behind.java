package io.ringside.adapters.prometheus;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * How far behind the clock each task is, at the moment of asking: while a backlog is worked off, or while time stands
 * still, figures are of then and not of now.
 *
 * @param limit what is further behind is catching up
 */
record Behind(Boards boards, InstantSource clock, Duration limit) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        double now = clock.millis() / 1000.0;
        boards.shown().watermarks().forEach((task, asOf) -> {
            double lag = Math.max(0, now - asOf);
            series.gauge(PipelineFamilies.LAG, task, lag);
            series.gauge(PipelineFamilies.CATCHING_UP, task, isTooLong(lag) ? 1 : 0);
        });
        return series.snapshots();
    }

    private boolean isTooLong(double lag) {
        return lag > limit.toMillis() / 1000.0;
    }

    /** Which task is furthest behind, for a person; empty while all show what is now. */
    Optional<String> inWords() {
        double now = clock.millis() / 1000.0;
        return boards.shown().watermarks().entrySet().stream()
                .min(Comparator.comparingDouble(Map.Entry::getValue))
                .filter(furthest -> isTooLong(now - furthest.getValue()))
                .map(furthest -> "catching up: the figures of %s are %d s behind"
                        .formatted(name(furthest.getKey()), Math.round(now - furthest.getValue())));
    }

    private static String name(Labels task) {
        return task.get("stage") + "/" + task.get("partition");
    }
}
