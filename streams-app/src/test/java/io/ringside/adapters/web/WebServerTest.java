package io.ringside.adapters.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class WebServerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final SampleCenter center = new SampleCenter();
    private Health.Verdict ready = Health.Verdict.OK;
    private WebServer server;

    @BeforeEach
    void start() {
        Health health = new Health() {
            @Override
            public Verdict live() {
                return Verdict.OK;
            }

            @Override
            public Verdict ready() {
                return ready;
            }
        };
        server = WebServer.start("127.0.0.1", 0, center, Samples.METRICS, health);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theWallboardIsServedWithNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() throws Exception {
        String tag = get("/tile.js").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = send(request("/tile.js").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/wallboard/",
                "/wallboard/index.html",
                "/api",
                "/api/",
                "/logback.xml",
                "/events/more"
            })
    void whatIsNotThereIsNotFoundInOneShortLine(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("There is nothing here.\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2e%2e/logback.xml", "/..%2flogback.xml", "/wallboard/..%5c..%5clogback.xml"})
    void noPathClimbs(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("configuration");
    }

    @Test
    void nothingCanBeWritten() throws Exception {
        HttpResponse<String> answer = send(request("/api/kpis").POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("Only GET and HEAD.\n");
    }

    @Test
    void metricsComeInTheFormatThatIsAskedFor() throws Exception {
        assertThat(get("/metrics").headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        HttpResponse<String> open = send(request("/metrics").header("Accept", "application/openmetrics-text"));
        assertThat(open.headers().firstValue("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(open.body()).isEqualTo("up 1\n");
    }

    @Test
    void anInstanceThatIsNotReadySaysWhy() throws Exception {
        assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"ok\",\"reasons\":[]}");
        ready = Health.Verdict.no("restoring 3 stores");
        HttpResponse<String> answer = get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"not ok\",\"reasons\":[\"restoring 3 stores\"]}");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void headAnswersAsGetWouldWithoutABody() throws Exception {
        ready = Health.Verdict.no("starting");
        for (String path : new String[] {"/", "/metrics", "/api/kpis", "/api/scorecards", "/health/ready"}) {
            HttpResponse<String> head = send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
            HttpResponse<String> whole = get(path);
            assertThat(head.statusCode()).as(path).isEqualTo(whole.statusCode());
            assertThat(head.headers().firstValue("Content-Type"))
                    .as(path)
                    .isEqualTo(whole.headers().firstValue("Content-Type"));
            assertThat(head.body()).as(path).isEmpty();
        }
    }

    @Test
    void scorecardsAreFilteredByScopeWindowAndAttribution() throws Exception {
        center.shows(SampleCenter.day(4, Instant.now()));
        assertThat(scopes("")).isEqualTo(4 + 3 + 3);
        assertThat(scopes("?scope=queue&window=30m&attribution=headline")).isEqualTo(4);
        assertThat(scopes("?scope=channel/voice")).isEqualTo(1);
        assertThat(scopes("?window=5m")).isZero();
        assertThat(scopes("?attribution=ARRIVAL")).isZero();
    }

    @Test
    void anUnknownFilterIsRefusedWithTheKnownOnes() throws Exception {
        assertThat(get("/api/scorecards?queue=sales").body())
                .isEqualTo("unknown filter queue; there are scope, window, attribution\n");
        HttpResponse<String> answer = get("/api/scorecards?scope=planet");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("scope must be queue, channel, site, all, agent or team");
    }

    @Test
    void largeAnswersAreCompressedWhereTheClientCan() throws Exception {
        HttpResponse<byte[]> answer =
                http.send(request("/api/kpis").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(get("/api/kpis").body());
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        assertThatThrownBy(() -> WebServer.start("127.0.0.1", server.port(), center, Samples.METRICS, Samples.HEALTHY))
                .isInstanceOf(AddressTakenException.class)
                .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + server.port());
    }

    private int scopes(String query) throws Exception {
        HttpResponse<String> answer = get("/api/scorecards" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().split("\"scope\":", -1).length - 1;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
