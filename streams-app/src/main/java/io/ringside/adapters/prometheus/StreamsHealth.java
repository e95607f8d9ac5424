package io.ringside.adapters.prometheus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The few of Kafka Streams' own metrics that say whether the pipeline keeps up, read when scraped. Micrometer's binder
 * is not used: it looks for tasks that left once a minute, so it shows ghosts, and it shows NaN where Kafka has no value.
 */
final class StreamsHealth implements MultiCollector {
    private static final Pattern THREAD = Pattern.compile(".*-(?:StreamThread|StateUpdater)-(\\d+)(?:-consumer)?");
    private static final double MILLIS = 1_000;

    /** @param perUnit what Kafka's value is divided by to be in the base unit */
    private record Entry(Family family, String group, String name, double perUnit) {}

    private static final Family RUNNING = Family.gauge(
                    "ringside_streams_running",
                    "1 while the streams run; 0 while they start, rebalance or have stopped.")
            .ofPipeline();

    private static final List<Entry> ENTRIES = List.of(
            gauge("stream-metrics", "alive-stream-threads", "threads_alive", "Stream threads that live."),
            counter("stream-metrics", "failed-stream-threads", "threads_failed", "Stream threads that failed."),
            counter(
                    "stream-thread-metrics",
                    "process-total",
                    "records_processed",
                    "Records processed, inner topics included.",
                    "thread"),
            new Entry(
                    Family.gauge(
                                    "ringside_streams_commit_latency_max_seconds",
                                    "The longest commit of the last minute or so.",
                                    "thread")
                            .ofPipeline(),
                    "stream-thread-metrics",
                    "commit-latency-max",
                    MILLIS),
            gauge(
                    "consumer-fetch-manager-metrics",
                    "records-lag-max",
                    "records_lag_max",
                    "Records not yet read of the partition that is furthest behind.",
                    "thread"),
            counter(
                    "consumer-coordinator-metrics",
                    "rebalance-total",
                    "rebalances",
                    "Rebalances taken part in.",
                    "thread"),
            counter(
                    "stream-task-metrics",
                    "dropped-records-total",
                    "records_dropped",
                    "Records that Kafka Streams dropped.",
                    "thread",
                    "task"),
            gauge(
                    "stream-state-updater-metrics",
                    "active-restoring-tasks",
                    "tasks_restoring",
                    "Active tasks whose state is being restored.",
                    "thread"));

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;

    /** @param metrics as {@code KafkaStreams::metrics} gives them */
    StreamsHealth(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    static Stream<Family> families() {
        return Stream.concat(Stream.of(RUNNING), ENTRIES.stream().map(Entry::family));
    }

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        metrics.get().forEach((name, metric) -> {
            if (name.group().equals("stream-metrics") && name.name().equals("state")) {
                series.gauge(RUNNING, Labels.EMPTY, "RUNNING".equals(metric.metricValue()) ? 1 : 0);
            }
            entry(name).ifPresent(entry -> add(series, entry, name, metric.metricValue()));
        });
        return series.snapshots();
    }

    private static Optional<Entry> entry(MetricName name) {
        return ENTRIES.stream()
                .filter(entry -> entry.group.equals(name.group()) && entry.name.equals(name.name()))
                .findFirst();
    }

    private static void add(Series series, Entry entry, MetricName name, Object value) {
        Optional<Labels> labels = labels(entry.family, name.tags());
        if (labels.isEmpty() || !(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return;
        }
        double inBaseUnit = number.doubleValue() / entry.perUnit;
        if (entry.family.type() == Family.Type.COUNTER) {
            series.counter(entry.family, labels.get(), inBaseUnit);
        } else {
            series.gauge(entry.family, labels.get(), inBaseUnit);
        }
    }

    /** Empty for the same figure of a single partition, or of a consumer that only restores. */
    private static Optional<Labels> labels(Family family, Map<String, String> tags) {
        if (family.labels().isEmpty()) {
            return Optional.of(Labels.EMPTY);
        }
        Matcher thread = THREAD.matcher(tags.getOrDefault("thread-id", tags.getOrDefault("client-id", "")));
        if (tags.containsKey("topic") || !thread.matches()) {
            return Optional.empty();
        }
        Labels labels = Labels.of("thread", thread.group(1));
        return Optional.of(family.labels().contains("task") ? labels.add("task", tags.get("task-id")) : labels);
    }

    private static Entry gauge(String group, String name, String as, String help, String... labels) {
        return new Entry(Family.gauge("ringside_streams_" + as, help, labels).ofPipeline(), group, name, 1);
    }

    private static Entry counter(String group, String name, String as, String help, String... labels) {
        return new Entry(Family.counter("ringside_streams_" + as, help, labels).ofPipeline(), group, name, 1);
    }
}
