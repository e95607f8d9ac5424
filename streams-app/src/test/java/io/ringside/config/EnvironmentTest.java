package io.ringside.config;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvironmentTest {

    @Test
    void everyKeyWithADefaultCanBeSetFromTheEnvironment() {
        Configuration.knobs().forEach((path, knob) -> {
            if (!path.contains("<") && knob.standard().isPresent()) {
                assertThat(load(Map.of(EnvironmentNames.of(path), knob.standardText())))
                        .as(path)
                        .usingRecursiveComparison()
                        .ignoringFields("settings.source")
                        .isEqualTo(Configuration.defaults());
            }
        });
    }

    @Test
    void namesFollowTheKeys() {
        assertThat(EnvironmentNames.of("kafka.bootstrapServers")).isEqualTo("RINGSIDE_KAFKA_BOOTSTRAP_SERVERS");
        assertThat(EnvironmentNames.of("alerts.serviceLevel.minimumVolume"))
                .isEqualTo("RINGSIDE_ALERTS_SERVICE_LEVEL_MINIMUM_VOLUME");
    }

    @Test
    void propertiesAreWrittenWithUnderscoresForDots() {
        KafkaSettings kafka = load(Map.of(
                        "RINGSIDE_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "secret",
                        "RINGSIDE_KAFKA_REGISTRY_SCHEMA_REGISTRY_URL", "https://registry:8081"))
                .kafka();

        assertThat(kafka.properties()).containsOnly(Map.entry("sasl.jaas.config", "secret"));
        assertThat(kafka.registry()).containsOnly(Map.entry("schema.registry.url", "https://registry:8081"));
    }

    @Test
    void listsHaveCommas() {
        PrometheusSettings prometheus = load(Map.of(
                        "RINGSIDE_PROMETHEUS_WINDOWS", "5m, today", "RINGSIDE_PROMETHEUS_BUCKETS", "7s"))
                .prometheus();

        assertThat(prometheus.windows()).containsExactly("5m", "today");
        assertThat(prometheus.buckets()).contains(Duration.ofSeconds(7));
    }

    @Test
    void anEmptyVariableIsNotSet() {
        assertThat(load(Map.of("RINGSIDE_WEB_PORT", " ")).web().port()).isEqualTo(8080);
    }

    @Test
    void whatKubernetesMakesForServicesIsLeftAlone() {
        Configuration configuration = load(Map.of(
                "RINGSIDE_WEB_PORT", "tcp://10.0.0.11:8080",
                "RINGSIDE_WEB_SERVICE_HOST", "10.0.0.11",
                "RINGSIDE_WEB_SERVICE_PORT", "8080",
                "RINGSIDE_WEB_SERVICE_PORT_HTTP", "8080",
                "RINGSIDE_WEB_PORT_8080_TCP", "tcp://10.0.0.11:8080",
                "RINGSIDE_WEB_PORT_8080_TCP_ADDR", "10.0.0.11"));

        assertThat(configuration.web()).isEqualTo(Configuration.defaults().web());
    }

    @Test
    void variablesOfTheLauncherAndOfOthersAreLeftAlone() {
        assertThat(load(Map.of(
                                "RINGSIDE_JAVA_OPTS", "-Xmx1g",
                                "RINGSIDE_HOME", "/opt/ringside",
                                "RINGSIDE_CONFIG", "/etc/ringside.yaml",
                                "WEB_PORT", "1"))
                        .web()
                        .port())
                .isEqualTo(8080);
    }

    @Test
    void aVariableThatIsNearlyAKeyIsAMistake() {
        assertThatThrownBy(() -> load(Map.of(
                        "RINGSIDE_KAKFA_BOOTSTRAP_SERVERS", "broker:9092",
                        "RINGSIDE_QUEUES_SALES_SHORT_ABANDON", "3s",
                        "RINGSIDE_WEB_PORT", "http")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        web.port (RINGSIDE_WEB_PORT): must be a whole number, was http
                        RINGSIDE_KAKFA_BOOTSTRAP_SERVERS: unknown variable, did you mean RINGSIDE_KAFKA_BOOTSTRAP_SERVERS?
                        RINGSIDE_QUEUES_SALES_SHORT_ABANDON: unknown variable""");
    }

    private static Configuration load(Map<String, String> environment) {
        return Configuration.load(environment, Map.of());
    }
}
