package io.ringside.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.App;
import io.ringside.config.Configuration;
import io.ringside.producers.Emitted;
import io.ringside.producers.EventLines;
import io.ringside.producers.Publisher;
import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A source was down for a while two hours ago; its log is played in on the command line, and the past says so. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ReplayIT {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String PREFIX = "center.";
    private static final String REGISTRY = "mock://replay";

    @TempDir
    private Path folder;

    private final Instant then = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    private final NavigableMap<Integer, Scorecard> revisions = new TreeMap<>();

    @Test
    void aClosedIntervalIsStatedAgainWithTheCallsThatWerePlayedIn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), FreePort.any())) {
            Path config = Files.writeString(folder.resolve("ringside.yaml"), yaml(broker));
            try (App app = App.start(Configuration.load(config, Map.of()));
                    PublishedRecords history =
                            new PublishedRecords(client(broker), PREFIX, List.of(Topics.SCORECARD_HISTORY), 2)) {
                String known = call("known", 0);
                publish(broker, known);
                awaitFigures(1, history, app);
                int before = revisions.lastKey();

                assertThat(replay(known + call("missed", 60) + call("late", 120), config))
                        .isEqualTo("6 events played into " + broker.bootstrapServers() + "\n");
                awaitFigures(3, history, app);

                NavigableMap<Integer, Scorecard> restated = revisions.tailMap(before, false);
                assertThat(restated.values())
                        .allSatisfy(card -> assertThat(card.getCause()).isEqualTo("replay"));
                assertThat(restated.firstEntry().getValue().getChanged()).anySatisfy(changed -> {
                    assertThat(changed.getId()).isEqualTo("offered");
                    assertThat(changed.getValue()).isEqualTo(1);
                });
            }
        }
    }

    /** Waits for the interval by outcome in which it happened to say that so many came and were answered, in however many revisions. */
    private void awaitFigures(double calls, PublishedRecords history, App app) {
        String key = "queue/voice/sales|interval|outcome|" + then;
        await(calls + " calls").atMost(BOUND).pollInterval(POLL).until(() -> {
            assertThat(app.defect()).isNotDone();
            history.read(POLL, (at, value) -> {
                if (at.equals(key) && value instanceof Scorecard card) {
                    revisions.put(card.getRevision(), card);
                }
            });
            return !revisions.isEmpty() && figure("offered") == calls && figure("answered") == calls;
        });
    }

    private double figure(String kpi) {
        return revisions.lastEntry().getValue().getKpis().stream()
                .filter(value -> value.getId().equals(kpi))
                .mapToDouble(KpiValue::getValue)
                .sum();
    }

    /** A call that is answered after 15 s, as lines of a file. */
    private String call(String contact, int seconds) {
        return """
                {"topic": "calls", "eventId": "1", "occurredAt": "%s", "contactId": "%s", "type": "ENQUEUED", "queue": "sales"}
                {"topic": "calls", "eventId": "2", "occurredAt": "%s", "contactId": "%s", "type": "ANSWERED", "agent": "ada"}
                """.formatted(then.plusSeconds(seconds), contact, then.plusSeconds(seconds + 15), contact);
    }

    private static void publish(EmbeddedBroker broker, String lines) {
        try (Publisher publisher = new Publisher(client(broker), PREFIX)) {
            lines.lines().forEach(line -> {
                Emitted event = new EventLines("source").read(line, 1).orElseThrow();
                publisher.accept(event);
            });
        }
    }

    private String replay(String lines, Path config) throws IOException {
        Path file = Files.writeString(folder.resolve("log.jsonl"), lines);
        StringWriter err = new StringWriter();
        int code = Ringside.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("replay", file.toString(), "--config", config.toString());
        assertThat(code).as(err.toString()).isZero();
        return err.toString();
    }

    private static Map<String, String> client(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", REGISTRY);
    }

    private String yaml(EmbeddedBroker broker) {
        return """
                kafka:
                  applicationId: center
                  topicPrefix: %s
                  bootstrapServers: %s
                  partitions: 2
                  registry: {schema.registry.url: "%s"}
                  properties: {state.dir: "%s"}
                web: {port: 0}
                """.formatted(PREFIX, broker.bootstrapServers(), REGISTRY, folder.resolve("state"));
    }
}
