package io.ringside.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import io.ringside.App;
import io.ringside.config.Configuration;
import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Settings are changed on the command line while the app runs, with a real broker between them. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SettingsIT {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String REGISTRY = "mock://settings";
    private static final int AT_ONCE = 4;

    @TempDir
    private Path folder;

    private record Told(int code, String out, String err) {}

    @Test
    void settingsAreChangedWhileTheAppRuns() throws Exception {
        int port = FreePort.any();
        Path config = write("ringside.yaml", yaml(port));
        assertThat(ringside("settings", "get", "--config", config.toString()))
                .isEqualTo(new Told(
                        1,
                        "",
                        "ringside settings get: Kafka at 127.0.0.1:" + port
                                + " does not answer: connection refused\n"));

        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), port)) {
            assertThat(get(config).out()).contains("# settings 0-", ", as configured", "threshold: 20s");
            try (App app = App.start(Configuration.load(config, Map.of()))) {
                aChangeIsTakenInAndHoldsFromItsMoment(config, app, broker);
                whatCannotBeSetIsRefused(config);
                someThatComeAtOnceAreDifferentOnes(config, app);
                whatIsWrittenByHandAndWrongIsLeftOut(config, app, broker);
            }
            try (App again = App.start(Configuration.load(config, Map.of()))) {
                String numbers = get(config, "--all").out();
                await("all of it after a restart")
                        .atMost(BOUND)
                        .pollInterval(POLL)
                        .untilAsserted(() -> assertThat(numbers).contains("# " + number(again) + ": "));
                assertThat(number(again)).isPositive();
            }
        }
    }

    private void aChangeIsTakenInAndHoldsFromItsMoment(Path config, App app, EmbeddedBroker broker) throws Exception {
        Instant from = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.SECONDS);
        Path change = write("faster.yaml", "queues: {sales: {serviceLevel: {threshold: 10s}}}");

        Told told = ringside(
                "settings",
                "set",
                change.toString(),
                "--config",
                config.toString(),
                "--from",
                from.toString(),
                "--note",
                "more people",
                "--by",
                "ana");

        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("settings 1-", "  queues.sales.serviceLevel.threshold: 20s → 10s", "Written.");
        assertThat(get(config, "--at", from.toString()).out()).contains("# settings 1-", "threshold: 10s");
        assertThat(get(config, "--all").out()).contains("# 1: from ", ", by ana: more people");
        publish(broker, "before", from.minusSeconds(30));
        publish(broker, "with it", from);
        await("one of two in time").atMost(BOUND).pollInterval(POLL).untilAsserted(() -> assertThat(
                        series(app, "ringside_service_level_ratio{", "queue=\"sales\"", "window=\"today\""))
                .isEqualTo(0.5));
        await("it is in force").atMost(BOUND).pollInterval(POLL).until(() -> number(app) == 1);
        assertThat(series(app, "ringside_service_level_threshold_seconds{", "queue=\"sales\""))
                .isEqualTo(10);
    }

    private void whatCannotBeSetIsRefused(Path config) throws Exception {
        Path wrong = write("wrong.yaml", "queues: {sales: {site: berlin}}\ntargets: {asaa: 5s}\n");
        Told told = ringside("settings", "set", wrong.toString(), "--config", config.toString());
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("this cannot be set", "queues.sales.site (settings 2:1): unknown key");

        Path right = write("right.yaml", "targets: {asa: 5s}");
        Told past =
                ringside("settings", "set", right.toString(), "--config", config.toString(), "--from", "2026-01-01");
        assertThat(past.code()).isEqualTo(2);
        assertThat(past.err()).contains("--from must be at least 5 s from now", "the past is not rewritten");

        Path same = write("same.yaml", "queues: {sales: {serviceLevel: {threshold: 10s}}}");
        assertThat(ringside("settings", "set", same.toString(), "--config", config.toString())
                        .out())
                .isEqualTo("Nothing changes; nothing was written.\n");
    }

    private void someThatComeAtOnceAreDifferentOnes(Path config, App app) throws Exception {
        List<CompletableFuture<Told>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Path change = write("goal" + i + ".yaml", "targets: {asa: " + (10 + i) + "s}");
            all.add(CompletableFuture.supplyAsync(
                    () -> ringside("settings", "set", change.toString(), "--config", config.toString())));
        }
        int written = 0;
        for (CompletableFuture<Told> one : all) {
            Told told = one.get(60, TimeUnit.SECONDS);
            written += told.code() == 0 ? 1 : 0;
            assertThat(told.code() == 0 || told.err().contains("somebody else sets settings"))
                    .as(told.err())
                    .isTrue();
        }
        int latest = 1 + written;

        assertThat(written).isPositive();
        Told listed = get(config, "--all");
        assertThat(listed.err()).isEmpty();
        assertThat(listed.out().lines().filter(line -> line.matches("# [1-9].*")))
                .hasSize(latest);
        await("all in force").atMost(BOUND).pollInterval(POLL).until(() -> number(app) == latest);
    }

    private void whatIsWrittenByHandAndWrongIsLeftOut(Path config, App app, EmbeddedBroker broker) throws Exception {
        int before = number(app);
        try (KafkaProducer<String, String> hand = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            hand.send(new ProducerRecord<>(Topics.SETTINGS.name("center."), "x", "threshold: 5s"))
                    .get();
        }
        await("it is refused")
                .atMost(BOUND)
                .pollInterval(POLL)
                .until(() -> series(app, "ringside_settings_refused_total") == 1);
        assertThat(app.defect()).isNotDone();
        assertThat(number(app)).isEqualTo(before);
        assertThat(get(config).err()).contains("left out: center.settings.v1-0@");
    }

    private static int number(App app) {
        return (int) series(app, "ringside_settings_number");
    }

    /** The value of the one series that has all these words. */
    private static double series(App app, String... words) {
        return new String(app.metrics().scrape(null).bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> List.of(words).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    /** A call that is answered after 15 s. */
    private static void publish(EmbeddedBroker broker, String contact, Instant at) {
        try (Publisher publisher = new Publisher(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", REGISTRY), "center.")) {
            CallEvent.Builder event = CallEvent.newBuilder().setSource("test").setContactId(contact);
            publisher.accept(new Emitted(
                    Topics.CALLS,
                    contact,
                    at,
                    event.setEventId("1")
                            .setOccurredAt(at)
                            .setType(CallEventType.ENQUEUED)
                            .setQueue("sales")
                            .build()));
            publisher.accept(new Emitted(
                    Topics.CALLS,
                    contact,
                    at.plusSeconds(15),
                    event.setEventId("2")
                            .setOccurredAt(at.plusSeconds(15))
                            .setType(CallEventType.ANSWERED)
                            .setAgent("ada")
                            .build()));
        }
    }

    private Told get(Path config, String... more) {
        List<String> args = new ArrayList<>(List.of("settings", "get", "--config", config.toString()));
        args.addAll(List.of(more));
        return ringside(args.toArray(String[]::new));
    }

    private static Told ringside(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Ringside.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = command.execute(args);
        return new Told(code, out.toString(), err.toString());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** It is about noon there: a day does not end while this runs. */
    private String yaml(int port) {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return """
                kafka:
                  applicationId: center
                  topicPrefix: center.
                  bootstrapServers: 127.0.0.1:%d
                  partitions: 1
                  registry: {schema.registry.url: "%s"}
                  properties: {state.dir: "%s"}
                web: {port: 0}
                defaults: {zone: "%s"}
                queues: {sales: {serviceLevel: {threshold: 20s}}}
                """.formatted(port, REGISTRY, folder.resolve("state"), ZoneOffset.ofHours(12 - hour));
    }
}
