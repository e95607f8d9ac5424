package io.ringside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.ringside.App;

/** Scrapes {@code /metrics} over HTTP one time after another, and notes what queues were offered. */
final class OfferedInMetrics implements AutoCloseable {
    private static final Pattern OFFERED =
            Pattern.compile("ringside_visits_offered_total\\{.*queue=\"([^\"]+)\".*} ([0-9.E]+)");

    private final Offered offered = new Offered();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final Thread thread = new Thread(this::scrape, "offered-in-metrics");
    private volatile boolean closing;

    private OfferedInMetrics(App app) {
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/metrics"))
                .build();
    }

    static OfferedInMetrics start(App app) {
        OfferedInMetrics metrics = new OfferedInMetrics(app);
        metrics.thread.start();
        return metrics;
    }

    private void scrape() {
        while (!closing) {
            try (Stream<String> lines =
                    http.send(request, BodyHandlers.ofLines()).body()) {
                List<Matcher> counts =
                        lines.map(OFFERED::matcher).filter(Matcher::matches).toList();
                long now = System.nanoTime();
                counts.forEach(count -> offered.note(count.group(1), (long) Double.parseDouble(count.group(2)), now));
                Thread.sleep(100);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void awaitAll(Map<String, List<Long>> sent) {
        offered.awaitAll(sent);
    }

    List<Long> latencies(Map<String, List<Long>> sent) {
        return offered.latencies(sent);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        Uninterrupted.join(thread);
    }
}
