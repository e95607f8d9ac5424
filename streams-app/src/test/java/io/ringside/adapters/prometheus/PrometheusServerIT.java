package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

/** A real Prometheus scrapes us and evaluates our rules. Before each scrape four more calls end, half of them in time. */
class PrometheusServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final PrometheusScoreboard scoreboard = PrometheusScoreboard.create(Center.SETTINGS, new Center());
    private final Tally totals = new Tally();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile boolean retired;
    private HttpServer metrics;
    private Process prometheus;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Tool tool = Tool.named("prometheus");
        metrics = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metrics.createContext("/metrics", this::scraped);
        metrics.start();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), configuration());
        prometheus = tool.command(
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (prometheus != null) {
            prometheus.destroy();
            prometheus.waitFor();
        }
        if (metrics != null) {
            metrics.stop(0);
        }
        scoreboard.close();
    }

    @Test
    void whatWeShowIsWhatPrometheusKnowsUntilTheOwnerRetires() throws Exception {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        value("scope:ringside_service_level:ratio5m"))
                .isCloseTo(0.5, offset(1e-9)));
        assertThat(value("ringside_service_level_ratio{window=\"30m\",queue=\"sales\"}"))
                .isEqualTo(0.5);
        assertThat(value("ringside_waiting_contacts{queue=\"sales\",agent=\"\"}"))
                .isEqualTo(2);
        assertThat(value("scope:ringside_waiting_longest:seconds")).isBetween(30.0, 120.0);
        assertThat(value("histogram_quantile(0.5, ringside_answered_wait_duration_seconds_bucket{queue=\"sales\"})"))
                .isBetween(10.0, 20.0);
        assertThat(value("scope:ringside_service_level_burn:ratio5m")).isCloseTo(2.5, offset(1e-9));
        assertThat(get("/api/v1/rules").findValuesAsText("health")).isNotEmpty().containsOnly("ok");
        assertThat(get("/api/v1/metadata?metric=ringside_visits_offered").findValuesAsText("type"))
                .containsOnly("counter");

        retired = true;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(results("{__name__=~\"ringside_.+\",queue=\"sales\"}"))
                .isEmpty());
    }

    private void scraped(HttpExchange exchange) throws IOException {
        if (retired) {
            scoreboard.retire("kpis-0");
        } else {
            totals.add(Center.fourCalls(Center.SALES));
            Scope sales = Center.SALES;
            scoreboard.showTotals(
                    "kpis-0", sales, Center.waiting(2, Instant.now().minusSeconds(30)), totals);
            scoreboard.show("kpis-0", Center.halfHour(sales, totals));
        }
        Exposition exposition = scoreboard.scrape(exchange.getRequestHeaders().getFirst("Accept"));
        exchange.getResponseHeaders().set("Content-Type", exposition.contentType());
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            exposition.writeTo(body);
        }
    }

    private String configuration() {
        return """
                global:
                  scrape_interval: 1s
                  scrape_timeout: 1s
                  evaluation_interval: 1s
                rule_files: ["%s/*.yml"]
                scrape_configs:
                  - job_name: ringside
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """.formatted(
                        Path.of("../deploy/prometheus/rules").toAbsolutePath().normalize(),
                        metrics.getAddress().getPort());
    }

    /** The value of the one series of a query. */
    private double value(String query) throws Exception {
        JsonNode results = results(query);
        assertThat(results).as(query).hasSize(1);
        return results.get(0).get("value").get(1).asDouble();
    }

    private JsonNode results(String query) throws Exception {
        return get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .at("/data/result");
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return new ObjectMapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
