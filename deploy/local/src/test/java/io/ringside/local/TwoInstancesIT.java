package io.ringside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.producers.Publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An instance comes and goes, as in every upgrade: each partition is somebody's all the while, and its series never twice. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TwoInstancesIT {
    /** Well within the 45 s after which Kafka misses a member that went without a word. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(25);

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String PREFIX = "center.";
    private static final int CALLS = 100;
    private static final String[] OWNED = {"ringside_watermark", "ringside_visits_offered_total{"};

    @TempDir
    private Path folder;

    @Test
    void anInstanceThatIsStoppedIsReplacedAtOnceAndNothingIsShownTwice() throws Exception {
        try (Parts parts = new Parts()) {
            Map<String, String> client = BrokerAndRegistry.start(parts, folder);
            WatchedApp stays = parts.start("first", () -> instance("first", client));
            stays.awaitReady();
            publish(client, "before");
            await("all of it").atMost(BOUND).pollInterval(POLL).until(() -> shows(stays, "before"));
            Set<String> all = stays.series(OWNED);

            try (WatchedApp goes = instance("second", client)) {
                await("each has its share").atMost(BOUND).pollInterval(POLL).untilAsserted(() -> {
                    assertThat(goes.series(OWNED)).isNotEmpty().doesNotContainAnyElementsOf(stays.series(OWNED));
                    assertThat(stays.series(OWNED)).isNotEmpty();
                });
                await("together they have all").atMost(BOUND).pollInterval(POLL).untilAsserted(() -> {
                    Set<String> together = stays.series(OWNED);
                    together.addAll(goes.series(OWNED));
                    assertThat(together).containsAll(all);
                });
                goes.stop();
                goes.mustHaveSaidLittle(0);
            }

            await("all is the first one's again")
                    .atMost(TAKEN_OVER)
                    .pollInterval(POLL)
                    .untilAsserted(() -> assertThat(stays.series(OWNED)).containsAll(all));
            publish(client, "after");
            await("what came after").atMost(BOUND).pollInterval(POLL).until(() -> shows(stays, "after"));
            assertThat(stays.samples("ringside_books_residual")).isNotEmpty().allSatisfy(sample -> assertThat(sample)
                    .endsWith(" 0.0"));
            stays.mustHaveSaidLittle(0);
        }
    }

    private static boolean shows(WatchedApp app, String queue) {
        return !app.series("ringside_visits_offered_total{channel=\"voice\",queue=\"" + queue + "\"")
                .isEmpty();
    }

    private static void publish(Map<String, String> client, String queue) {
        try (Publisher publisher = new Publisher(client, PREFIX)) {
            new KnownCalls(queue, CALLS, Instant.now().minus(Duration.ofMinutes(10)))
                    .part(0, 1)
                    .forEach(publisher);
        }
    }

    private WatchedApp instance(String name, Map<String, String> client) {
        return WatchedApp.start(folder.resolve(name), """
                kafka:
                  applicationId: center
                  topicPrefix: %s
                  bootstrapServers: %s
                  partitions: 2
                  registry: {schema.registry.url: "%s"}
                  properties: {state.dir: "%s"}
                """.formatted(
                        PREFIX,
                        client.get("bootstrap.servers"),
                        client.get("schema.registry.url"),
                        folder.resolve(name + "-state")));
    }
}
