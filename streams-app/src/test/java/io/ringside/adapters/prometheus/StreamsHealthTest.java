package io.ringside.adapters.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamsHealthTest {
    private static final String THREAD = "ringside-7d9c-StreamThread-1";

    private final Map<MetricName, Metric> metrics = new LinkedHashMap<>();

    @Test
    void theFewThatMatterAreShownInBaseUnits() {
        put("stream-metrics", "state", "RUNNING", Map.of());
        put("stream-metrics", "alive-stream-threads", 2, Map.of("client-id", "ringside-7d9c"));
        put("stream-thread-metrics", "commit-latency-max", 250.0, Map.of("thread-id", THREAD));
        put("stream-task-metrics", "dropped-records-total", 3.0, Map.of("thread-id", THREAD, "task-id", "1_0"));
        put("stream-task-metrics", "process-rate", 9.0, Map.of("thread-id", THREAD, "task-id", "1_0"));
        put("consumer-fetch-manager-metrics", "records-lag-max", 17.0, Map.of("client-id", THREAD + "-consumer"));

        assertThat(text())
                .contains("ringside_streams_running 1.0\n")
                .contains("ringside_streams_threads_alive 2.0\n")
                .contains("ringside_streams_commit_latency_max_seconds{thread=\"1\"} 0.25\n")
                .contains("ringside_streams_records_dropped_total{task=\"1_0\",thread=\"1\"} 3.0\n")
                .contains("ringside_streams_records_lag_max{thread=\"1\"} 17.0\n")
                .doesNotContain("9.0");
    }

    @Test
    void whatKafkaHasNoValueForHasNoSample() {
        put("stream-thread-metrics", "commit-latency-max", Double.NaN, Map.of("thread-id", THREAD));

        assertThat(text()).doesNotContain("commit_latency");
    }

    @Test
    void singlePartitionsAndRestoringConsumersAreLeftOut() {
        put(
                "consumer-fetch-manager-metrics",
                "records-lag-max",
                1.0,
                Map.of("client-id", THREAD + "-consumer", "topic", "calls", "partition", "0"));
        put(
                "consumer-fetch-manager-metrics",
                "records-lag-max",
                2.0,
                Map.of("client-id", THREAD + "-restore-consumer"));

        assertThat(text()).doesNotContain("records_lag_max");
    }

    @Test
    void aTaskThatLeftIsGoneAtOnce() {
        put("stream-task-metrics", "dropped-records-total", 3.0, Map.of("thread-id", THREAD, "task-id", "1_0"));
        assertThat(text()).contains("1_0");

        metrics.clear();
        assertThat(text()).doesNotContain("1_0");
    }

    private void put(String group, String name, Object value, Map<String, String> tags) {
        MetricName metricName = new MetricName(name, group, "", tags);
        metrics.put(metricName, new Metric() {
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

    private String text() {
        PrometheusRegistry prometheus = new PrometheusRegistry();
        prometheus.register(new StreamsHealth(() -> metrics));
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, prometheus, Clock.SYSTEM).scrape();
    }
}
