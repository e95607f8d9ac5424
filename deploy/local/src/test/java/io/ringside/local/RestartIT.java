package io.ringside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.producers.Publisher;
import io.ringside.schemas.events.Heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An app that was killed shows what it showed, before anything new comes in: its time comes with the events, and there are none. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class RestartIT {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String PREFIX = "center.";
    private static final String[] FIGURES = {"ringside_"};

    @TempDir
    private Path folder;

    @Test
    void everyFigureIsBackBeforeAnythingNewComes() throws Exception {
        try (Parts parts = new Parts()) {
            Map<String, String> client = BrokerAndRegistry.start(parts, folder);
            WatchedApp app = parts.start("app", () -> WatchedApp.start(folder.resolve("app"), configuration(client)));
            app.awaitReady();
            Instant now = Instant.now();
            try (Publisher publisher = new Publisher(client, PREFIX)) {
                new KnownCalls("sales", 100, now.minus(Duration.ofMinutes(10)))
                        .part(0, 2)
                        .forEach(publisher);
                publisher.tell(new Heartbeat(now, "test", false, null));
            }
            await("all of it").atMost(BOUND).pollInterval(POLL).until(() -> isUpTo(app, now));
            Set<String> before = figures(app);
            assertThat(before)
                    .anyMatch(line -> line.startsWith("ringside_visits_offered_total"))
                    .anyMatch(line -> line.startsWith("ringside_waiting_contacts{"))
                    .anyMatch(line -> line.startsWith("ringside_asa_seconds"));

            app.killAndRestart();
            app.awaitReady();

            assertThat(figures(app)).isEqualTo(before);
        }
    }

    /** Of the pipeline itself only how far its figures are; how it does is another matter. */
    private static Set<String> figures(WatchedApp app) {
        return app.samples(FIGURES).stream()
                .filter(line -> !line.startsWith("ringside_streams_") && !line.startsWith("ringside_dead_letters"))
                .collect(Collectors.toSet());
    }

    private static boolean isUpTo(WatchedApp app, Instant moment) {
        return app.samples("ringside_watermark_timestamp_seconds").stream()
                        .filter(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) * 1000
                                >= moment.toEpochMilli())
                        .count()
                == 4;
    }

    private String configuration(Map<String, String> client) {
        return """
                kafka:
                  applicationId: center
                  topicPrefix: %s
                  bootstrapServers: %s
                  partitions: 2
                  registry: {schema.registry.url: "%s"}
                  properties: {state.dir: "%s", session.timeout.ms: 6000}
                time: {clock: replay}
                """.formatted(
                PREFIX, client.get("bootstrap.servers"), client.get("schema.registry.url"), folder.resolve("state"));
    }
}
