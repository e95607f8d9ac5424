package io.ringside.adapters.prometheus;

import java.util.Map;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamsHealthTest {
    private final StreamsMetrics metrics = new StreamsMetrics();

    @Test
    void theFewThatMatterAreShownInBaseUnits() {
        assertThat(text(StreamsMetrics.ofOneThread()))
                .contains("ringside_streams_running 1.0\n")
                .contains("ringside_streams_threads_alive 2.0\n")
                .contains("ringside_streams_commit_latency_max_seconds{thread=\"1\"} 0.25\n")
                .contains("ringside_streams_records_processed_total{thread=\"1\"} 8000.0\n")
                .contains("ringside_streams_records_dropped_total{task=\"1_0\",thread=\"1\"} 3.0\n")
                .contains("ringside_streams_records_lag_max{thread=\"1\"} 17.0\n")
                .contains("ringside_streams_tasks_restoring{thread=\"1\"} 0.0\n");
    }

    @Test
    void theRestOfKafkasMetricsIsLeftOut() {
        metrics.put("stream-task-metrics", "process-rate", 9.0, Map.of("thread-id", StreamsMetrics.THREAD));

        assertThat(text(metrics.health())).isEmpty();
    }

    @Test
    void whatKafkaHasNoValueForHasNoSample() {
        metrics.put(
                "stream-thread-metrics", "commit-latency-max", Double.NaN, Map.of("thread-id", StreamsMetrics.THREAD));

        assertThat(text(metrics.health())).isEmpty();
    }

    @Test
    void singlePartitionsAndRestoringConsumersAreLeftOut() {
        String group = "consumer-fetch-manager-metrics";
        String consumer = StreamsMetrics.THREAD + "-consumer";
        String restoring = StreamsMetrics.THREAD + "-restore-consumer";
        metrics.put(group, "records-lag-max", 1.0, Map.of("client-id", consumer, "topic", "calls", "partition", "0"));
        metrics.put(group, "records-lag-max", 2.0, Map.of("client-id", restoring));

        assertThat(text(metrics.health())).isEmpty();
    }

    @Test
    void aTaskThatLeftIsGoneAtOnce() {
        metrics.put(
                "stream-task-metrics",
                "dropped-records-total",
                3.0,
                Map.of("thread-id", StreamsMetrics.THREAD, "task-id", "1_0"));
        StreamsHealth health = metrics.health();
        assertThat(text(health)).contains("1_0");

        metrics.clear();
        assertThat(text(health)).isEmpty();
    }

    private static String text(StreamsHealth health) {
        PrometheusRegistry prometheus = new PrometheusRegistry();
        prometheus.register(health);
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, prometheus, Clock.SYSTEM).scrape();
    }
}
