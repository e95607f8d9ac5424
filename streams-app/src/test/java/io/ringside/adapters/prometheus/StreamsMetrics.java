package io.ringside.adapters.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Metrics as Kafka Streams has them. */
final class StreamsMetrics {
    static final String THREAD = "ringside-7d9c-StreamThread-1";

    private final Map<MetricName, Metric> all = new LinkedHashMap<>();

    /** The health of streams with one thread and one task. */
    static StreamsHealth ofOneThread() {
        StreamsMetrics metrics = new StreamsMetrics();
        metrics.put("stream-metrics", "state", "RUNNING", Map.of());
        metrics.put("stream-metrics", "alive-stream-threads", 2, Map.of("client-id", "ringside-7d9c"));
        metrics.put("stream-metrics", "failed-stream-threads", 0.0, Map.of("client-id", "ringside-7d9c"));
        metrics.put("stream-thread-metrics", "process-total", 8_000.0, Map.of("thread-id", THREAD));
        metrics.put("stream-thread-metrics", "commit-latency-max", 250.0, Map.of("thread-id", THREAD));
        metrics.put("stream-task-metrics", "dropped-records-total", 3.0, Map.of("thread-id", THREAD, "task-id", "1_0"));
        metrics.put(
                "consumer-fetch-manager-metrics", "records-lag-max", 17.0, Map.of("client-id", THREAD + "-consumer"));
        metrics.put("consumer-coordinator-metrics", "rebalance-total", 1.0, Map.of("client-id", THREAD + "-consumer"));
        metrics.put(
                "stream-state-updater-metrics",
                "active-restoring-tasks",
                0,
                Map.of("thread-id", "ringside-7d9c-StateUpdater-1"));
        return metrics.health();
    }

    StreamsHealth health() {
        return new StreamsHealth(() -> all);
    }

    void put(String group, String name, Object value, Map<String, String> tags) {
        MetricName metricName = new MetricName(name, group, "", tags);
        all.put(metricName, new Metric() {
            @Override
            public MetricName metricName() {
                return metricName;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }

    void clear() {
        all.clear();
    }
}
