package io.ringside.config;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConfigurationTest {

    @Test
    void allProblemsComeOutTogetherEachWithValueRuleAndPlace() {
        String yaml = """
                kafka:
                  bootstrapServer: broker:9092
                  partitions: many
                tiem: {clock: live}
                windows: {interval: 20m}
                web:
                  port: 80800
                  port: 8080
                  host:
                sites: {berlin: Europe/Belrin}
                queues:
                  sales:
                    serviceLevel: {threshold: PT0S}
                    site: berlni
                """;

        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class,
                () -> Configuration.parse(
                        "ringside.yaml", yaml, Map.of("RINGSIDE_WEB_PROT", "1"), Map.of("time.clok", "replay")));

        assertThat(refused).hasMessage("""
                        kafka.bootstrapServer (ringside.yaml:2): unknown key, did you mean bootstrapServers?
                        kafka.partitions (ringside.yaml:3): must be a whole number, was many
                        tiem (ringside.yaml:4): unknown key, did you mean time?
                        windows.interval (ringside.yaml:5): must be 15m, 30m or 60m, was 20m
                        web.port (ringside.yaml:7): must be 0 to 65535, was 80800
                        web.port (ringside.yaml:8): is given twice, first in line 7
                        web.host (ringside.yaml:9): has no value: give one, or leave the key out
                        sites.berlin.zone (ringside.yaml:10): must be a time zone such as Europe/Berlin, was Europe/Belrin, did you mean Europe/Berlin?
                        queues.sales.serviceLevel.threshold (ringside.yaml:13): must be > 0 s, was PT0S
                        queues.sales.site (ringside.yaml:14): there is no site berlni under sites, did you mean berlin?
                        RINGSIDE_WEB_PROT: unknown variable, did you mean RINGSIDE_WEB_PORT?
                        time.clok (override): unknown key, did you mean time.clock?""");
    }

    @Test
    void nothingNeedsToBeSet() {
        Configuration defaults = Configuration.defaults();

        assertThat(defaults.kafka().bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(defaults.kafka().registry()).containsEntry("schema.registry.url", "http://localhost:8081");
        assertThat(defaults.definitions()
                        .queue(Scope.queue(Channel.VOICE, "sales"))
                        .known())
                .isFalse();
    }
}
