package io.ringside.config;

import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConfigurationProblemsTest {

    @Test
    void allProblemsComeOutTogetherEachWithValueRuleAndPlace() {
        String yaml = """
                kafka:
                  bootstrapServer: broker:9092
                  partitions: many
                  properties: {bootstrap.servers: a:1, sesion.timeout.ms: 1}
                tiem: {clock: live}
                windows: {interval: 20m}
                web:
                  port: 80800
                  port: 8080
                  host:
                alerts: {longestWait: {limit: 1m, resolveBelow: 2m}}
                prometheus: {windows: [15m, 16m], buckets: 61.5s}
                sites: {berlin: Europe/Belrin}
                queues:
                  sales:
                    serviceLevel: {threshold: PT0S}
                    site: berlni
                  support: {threshold: 20s}
                  chat/: {}
                teams: {alpha: [anna, ben], bravo: [ben]}
                targets:
                  service_level: {goal: 97 %, warning: 5 %}
                  servicelevel: 80 %
                  offered: 100
                  asa: 20
                  aht: {teams: {alpah: 5m}}
                  abandon_rate: {channels: {ticket: 5 %, fax: 5 %}, queues: {chat/slaes: 5 %, sales: {warning: 1 %}}}
                  csat:
                """;

        assertThat(problems(yaml, Map.of("RINGSIDE_WEB_PROT", "1"), Map.of("time.clok", "replay")))
                .containsExactly(
                        "kafka.bootstrapServer (ringside.yaml:2): unknown key, did you mean bootstrapServers?",
                        "kafka.partitions (ringside.yaml:3): must be a whole number, was many",
                        "kafka.properties.bootstrap.servers (ringside.yaml:4): is set by kafka.bootstrapServers",
                        "kafka.properties.sesion.timeout.ms (ringside.yaml:4): unknown key, did you mean session.timeout.ms?",
                        "tiem (ringside.yaml:5): unknown key, did you mean time?",
                        "windows.interval (ringside.yaml:6): must be 15m, 30m or 60m, was 20m",
                        "web.port (ringside.yaml:8): must be 0 to 65535, was 80800",
                        "web.port (ringside.yaml:9): is given twice, first in line 8",
                        "web.host (ringside.yaml:10): has no value: give one, or leave the key out",
                        "alerts.longestWait.resolveBelow (ringside.yaml:11): must be <= the limit, was 2m",
                        "prometheus.windows (ringside.yaml:12): must be 5m, 15m, 30m, 60m, interval, previous_interval, today, week, month or quarter, was 16m",
                        "prometheus.buckets (ringside.yaml:12): must be a duration such as 20s, 5m or PT20S, was 61.5s",
                        "sites.berlin.zone (ringside.yaml:13): must be a time zone such as Europe/Berlin, was Europe/Belrin, did you mean Europe/Berlin?",
                        "queues.sales.serviceLevel.threshold (ringside.yaml:16): must be > 0 s, was PT0S",
                        "queues.sales.site (ringside.yaml:17): there is no site berlni under sites, did you mean berlin?",
                        "queues.support.threshold (ringside.yaml:18): unknown key, did you mean serviceLevel.threshold?",
                        "queues.chat/ (ringside.yaml:19): must name a queue after the channel",
                        "teams.bravo.agents (ringside.yaml:20): an agent is in one team, ben is in alpha too",
                        "targets.service_level.warning (ringside.yaml:22): must leave room to meet the goal, was 97 % + 5 %",
                        "targets.servicelevel (ringside.yaml:23): there is no such KPI, did you mean service_level?",
                        "targets.offered (ringside.yaml:24): is neither better high nor low, so it takes no target",
                        "targets.asa.goal (ringside.yaml:25): must be a duration such as 20s, 5m or PT20S, was 20",
                        "targets.aht.teams.alpah (ringside.yaml:26): there is no team alpah under teams, did you mean alpha?",
                        "targets.abandon_rate.channels.ticket (ringside.yaml:27): abandon_rate does not exist for ticket",
                        "targets.abandon_rate.channels.fax (ringside.yaml:27): must be one of the channels voice, chat, ticket, was fax",
                        "targets.abandon_rate.queues.chat/slaes (ringside.yaml:27): there is no queue chat/slaes under queues",
                        "targets.abandon_rate.queues.sales (ringside.yaml:27): has no goal, neither here nor for all",
                        "targets.csat (ringside.yaml:28): has no goal",
                        "RINGSIDE_WEB_PROT: unknown variable, did you mean RINGSIDE_WEB_PORT?",
                        "time.clok (override): unknown key, did you mean time.clock?");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '→',
            value = {
                "'kafka: [a]' → kafka (f:1): must be keys with values, was a list",
                "'kafka: 9092' → kafka (f:1): must be keys with values, was 9092",
                "'- kafka' → f:1: must be keys with values, was a list",
                "'web: {port: [1]}' → web.port (f:1): must be a single value, was a list",
                "'web: {? [a] : 1}' → web (f:1): has a key that is a list",
                "'web: {port: \"\"}' → web.port (f:1): must be a whole number, was \"\"",
                "'windows: {total: yes}' → windows.total (f:1): must be true or false, was yes",
                "'queues: {\" \": {}}' → 'queues.  (f:1): a name must have 1 to 256 printable letters'",
                "'kafka: {bootstrapServers: broker}' → 'kafka.bootstrapServers (f:1): must be host:port, or several with commas between them, was broker'",
                "'kafka: {topicPrefix: a b}' → 'kafka.topicPrefix (f:1): must be letters, digits, ''.'', ''_'' and ''-'', was a b'",
                "'kafka: {registry: {schema.registry.url: \" \"}}' → kafka.registry.schema.registry.url (f:1): must be more than blanks, was \" \"",
                "'kafka: {properties: {consumer.group.id: }}' → 'kafka.properties.consumer.group.id (f:1): has no value: give one, or leave the key out'",
                "'kafka: {properties: {consumer.session.timeout.ms: soon}}' → 'kafka.properties.consumer.session.timeout.ms (f:1): is refused by Kafka: Invalid value soon for configuration session.timeout.ms: Not a number of type INT'",
                "'kafka: {registry: {schema.registy.url: \"http://r\"}}' → 'kafka.registry.schema.registy.url (f:1): unknown key, did you mean schema.registry.url?'",
                "'time: {retention: 1h}' → 'time.retention (f:1): must be >= 1d, was 1h'",
                "'queues: {q: {shortAbandon: -1s}}' → 'queues.q.shortAbandon (f:1): must be >= 0 s, was -1s'",
                "'queues: {q: {shortAbandon: 500ms}}' → 'queues.q.shortAbandon (f:1): must be in whole seconds up to 1h and in whole minutes beyond, was 500ms'",
                "'defaults: {serviceLevel: {threshold: PT1H1S}}' → 'defaults.serviceLevel.threshold (f:1): must be in whole seconds up to 1h and in whole minutes beyond, was PT1H1S'",
                "'targets: {service_level: 80}' → 'targets.service_level.goal (f:1): must be 0 to 1 (0 % to 100 %), was 80'",
                "'targets: {csat_mean: 5.5}' → 'targets.csat_mean.goal (f:1): must be 1 to 5, was 5.5'",
                "'targets: {asa: {goal: 20s, warning: 30s}}' → 'targets.asa.warning (f:1): must leave room to meet the goal, was 20s - 30s'",
                "'teams: {a: [x, x]}' → 'teams.a.agents (f:1): an agent is in one team, x is here twice'",
            })
    void aProblemNamesItsKeyItsPlaceAndItsRule(String yaml, String problem) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> Configuration.parse("f", yaml, Map.of(), Map.of()));

        assertThat(refused).hasMessage(problem);
    }

    @Test
    void textThatIsNotYamlIsRefusedWhereItStopsToBe() {
        assertThat(problems("web:\n  port: 1\n host: a", Map.of(), Map.of()))
                .containsExactly(
                        "ringside.yaml:3:2: is not YAML, expected <block end>, but found '<block mapping start>'");
        assertThat(problems("web: {}\n---\nweb: {}", Map.of(), Map.of()))
                .containsExactly("ringside.yaml:2:1: is not YAML, but found another document");
    }

    @Test
    void anUnknownKeyThatIsLikeNoneIsAnsweredWithThoseThereAre() {
        assertThat(problems("web: {colour: blue}", Map.of(), Map.of()))
                .containsExactly("web.colour (ringside.yaml:1): unknown key; known here: host, port");
    }

    @Test
    void aLongValueIsQuotedInPart() {
        assertThat(problems("web: {port: " + "9".repeat(500) + "}", Map.of(), Map.of()))
                .containsExactly("web.port (ringside.yaml:1): must be a whole number, was " + "9".repeat(80) + "…");
    }

    @Property(tries = 300)
    void noTextWhateverCausesAnythingButAConfigurationException(@ForAll @StringLength(max = 60) String text) {
        for (String yaml :
                List.of(text, "queues: {\"a\": " + text, "targets:\n  asa: " + text, "web: {port: '" + text + "'}")) {
            try {
                assertThat(Configuration.parse(yaml)).isNotNull();
            } catch (ConfigurationException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }

    private static List<String> problems(String yaml, Map<String, String> environment, Map<String, String> overrides) {
        return catchThrowableOfType(
                        ConfigurationException.class,
                        () -> Configuration.parse("ringside.yaml", yaml, environment, overrides))
                .problems();
    }
}
