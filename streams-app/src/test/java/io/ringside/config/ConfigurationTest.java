package io.ringside.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.config.TimeSettings.Clock;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Period;
import io.ringside.schemas.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigurationTest {
    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void nothingNeedsToBeSet() {
        Configuration defaults = Configuration.defaults();

        assertThat(defaults.kafka())
                .isEqualTo(new KafkaSettings(
                        "localhost:9092",
                        "ringside",
                        "contact-center.",
                        4,
                        Topics.usualSources(),
                        (short) -1,
                        NOTHING,
                        Map.of("schema.registry.url", "http://localhost:8081")));
        assertThat(defaults.time())
                .isEqualTo(new TimeSettings(
                        Clock.LIVE,
                        Duration.ofDays(8),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(10)));
        assertThat(defaults.windows())
                .isEqualTo(new WindowSettings(
                        true, Duration.ofMinutes(30), false, List.of(Period.values()), DayOfWeek.MONDAY));
        assertThat(defaults.contacts())
                .isEqualTo(new ContactSettings(
                        Duration.ofHours(12),
                        Duration.ofDays(90),
                        Duration.ofSeconds(30),
                        Duration.ofDays(2),
                        256,
                        1_048_576,
                        10_000));
        assertThat(defaults.alerts())
                .isEqualTo(new AlertSettings(
                        new ServiceLevelAlert(true, "15m", 20, Duration.ofMinutes(1), 0.02),
                        new LongestWaitAlert(
                                true, Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofMinutes(3))));
        assertThat(defaults.web()).isEqualTo(new WebSettings("127.0.0.1", 8080));
        assertThat(defaults.prometheus().windows()).containsExactly("15m", "interval", "today");
        assertThat(defaults.prometheus().agents()).isFalse();
        assertThat(defaults.definitions()
                        .queue(Scope.queue(Channel.VOICE, "sales"), 0)
                        .known())
                .isFalse();
    }

    @Test
    void overridesGoAboveTheEnvironmentAndThatAboveTheFile() {
        String file = "web: {host: file.example, port: 1}\nwindows: {total: true}";
        Map<String, String> environment = Map.of("RINGSIDE_WEB_HOST", "environment.example", "RINGSIDE_WEB_PORT", "2");

        Configuration configuration = Configuration.parse("f.yaml", file, environment, Map.of("web.port", "3"));

        assertThat(configuration.web()).isEqualTo(new WebSettings("environment.example", 3));
        assertThat(configuration.windows().total()).isTrue();
    }

    @Test
    void overridesReachIntoWhatTheFileNames() {
        Configuration configuration = Configuration.parse(
                "f.yaml",
                "queues: {sales: {site: berlin}}\nsites: {berlin: }",
                NOTHING,
                Map.of("queues.sales.serviceLevel.threshold", "45s", "kafka.properties.client.id", "score"));

        assertThat(configuration
                        .definitions()
                        .queue(Scope.queue(Channel.VOICE, "sales"), 0)
                        .threshold())
                .isEqualTo(Duration.ofSeconds(45));
        assertThat(configuration.kafka().properties()).containsOnly(Map.entry("client.id", "score"));
    }

    @Test
    void everyLimitIsAmongThoseThatBecomeBuckets() {
        Configuration configuration = Configuration.parse("""
                        prometheus: {buckets: [1m, 10s, 1m]}
                        queues: {sales: {serviceLevel: {threshold: 17s}}, chat/sales: {shortAbandon: 0s}}
                        """);

        assertThat(configuration.prometheus().buckets()).containsExactly(Duration.ofSeconds(10), Duration.ofMinutes(1));
        assertThat(configuration.definitions().limits())
                .containsExactlyInAnyOrder(
                        Duration.ofSeconds(5), // the default short-abandon limit
                        Duration.ofSeconds(17),
                        Duration.ofSeconds(20)); // the default threshold
    }

    @Test
    void passwordsAreNotShown() {
        KafkaSettings kafka = Configuration.parse("kafka: {properties: {sasl.jaas.config: secret}}")
                .kafka();

        assertThat(kafka.properties()).containsEntry("sasl.jaas.config", "secret");
        assertThat(kafka.toString()).contains("sasl.jaas.config").doesNotContain("secret");
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ringside.yaml"), "queues: {Störung: {shortAbandon: 3s}}");

        Configuration configuration = Configuration.load(file, NOTHING);

        assertThat(configuration
                        .definitions()
                        .queue(Scope.queue(Channel.VOICE, "Störung"), 0)
                        .shortAbandon())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.yaml");
        Path latin = Files.write(folder.resolve("latin.yaml"), "web: ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Configuration.load(missing, NOTHING))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> Configuration.load(latin, NOTHING))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(latin + ": is not UTF-8 text");
    }

    @Test
    void settingsCheckThemselvesHoweverTheyAreMade() {
        assertThatThrownBy(() -> new WebSettings("localhost", 70_000)).hasMessage("port must be 0 to 65535, was 70000");
        assertThatThrownBy(() -> new WindowSettings(true, Duration.ofMinutes(20), false, List.of(), DayOfWeek.MONDAY))
                .hasMessage("interval must be 15m, 30m or 60m, was PT20M");
        assertThatThrownBy(
                        () -> new LongestWaitAlert(true, Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(2)))
                .hasMessage("resolveBelow must be <= the limit, was PT2M");
        assertThatThrownBy(() -> new PrometheusSettings(List.of("7m"), List.of(), false, List.of()))
                .hasMessage(
                        "windows must be 5m, 15m, 30m, 60m, interval, previous_interval, today, week, month or quarter, was [7m]");
    }
}
