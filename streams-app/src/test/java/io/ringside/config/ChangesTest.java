package io.ringside.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Limits and targets that change with a date. */
class ChangesTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Scope SUPPORT = Scope.queue(Channel.VOICE, "support");
    private static final Scope NEW_LINE = Scope.queue(Channel.VOICE, "new line");

    /** Midnight in Berlin. */
    private static final Instant DECEMBER = Instant.parse("2026-11-30T23:00:00Z");

    private static final Instant CHRISTMAS = Instant.parse("2026-12-24T18:00:00Z");

    private static final String YAML = """
            defaults: {zone: Europe/Berlin, serviceLevel: {threshold: 20s}, shortAbandon: 5s}
            sites: {berlin: Europe/Berlin}
            queues:
              sales: {site: berlin, serviceLevel: {threshold: 30s}}
              support: {site: berlin}
            targets:
              service_level: {goal: 80 %, warning: 5 %, queues: {sales: 85 %}}
              asa: 20s
            changes:
              - from: 2026-12-24T19:00+01:00
                note: holidays
                targets: {service_level: {queues: {sales: ~}}, asa: ~}
              - from: 2026-12-01
                defaults: {serviceLevel: {threshold: 40s}}
                queues:
                  sales: {shortAbandon: 10s}
                  new line: {serviceLevel: {threshold: 1m}}
                targets: {service_level: 90 %, asa: {queues: {sales: 10s}}}
            """;

    private final Configuration center = Configuration.parse(YAML);
    private final Definitions definitions = center.definitions();

    @Test
    void aLimitHoldsFromItsMomentAndNeverBefore() {
        assertThat(definitions.queue(SUPPORT, DECEMBER.toEpochMilli() - 1).threshold())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(definitions.queue(SUPPORT, DECEMBER.toEpochMilli()).threshold())
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void whatAChangeDoesNotSayStays() {
        QueueDefinition sales = definitions.queue(SALES, DECEMBER.toEpochMilli());

        assertThat(sales.threshold()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sales.shortAbandon()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sales.site()).contains("berlin");
        assertThat(target(SALES, "service_level", DECEMBER)).contains(new Target(0.85, 0.05, 0));
    }

    @Test
    void aQueueMayBeNamedByAChangeFirst() {
        assertThat(definitions.queue(NEW_LINE, DECEMBER.toEpochMilli() - 1).known())
                .isFalse();
        assertThat(definitions.queue(NEW_LINE, DECEMBER.toEpochMilli()).known()).isTrue();
        assertThat(definitions.queue(NEW_LINE, CHRISTMAS.toEpochMilli()).threshold())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void targetsChangeAndGo() {
        Instant before = DECEMBER.minusMillis(1);

        assertThat(target(SUPPORT, "service_level", before)).contains(new Target(0.80, 0.05, 0));
        assertThat(target(SUPPORT, "service_level", DECEMBER)).contains(new Target(0.90, 0.05, 0));
        assertThat(target(SALES, "asa", before)).contains(new Target(20, 0, 0));
        assertThat(target(SALES, "asa", DECEMBER)).contains(new Target(10, 0, 0));
        assertThat(target(SUPPORT, "asa", DECEMBER)).contains(new Target(20, 0, 0));
        assertThat(target(SALES, "service_level", CHRISTMAS)).contains(new Target(0.90, 0.05, 0));
        assertThat(target(SALES, "asa", CHRISTMAS)).isEmpty();
        assertThat(target(Scope.ALL, "asa", CHRISTMAS)).isEmpty();
    }

    @Test
    void whatIsInForceHasAName() {
        String before = definitions.version(DECEMBER.toEpochMilli() - 1);
        String after = definitions.version(DECEMBER.toEpochMilli());

        assertThat(before).matches("0-[0-9a-f]{8}");
        assertThat(after).matches("0-[0-9a-f]{8}").isNotEqualTo(before);
        assertThat(Configuration.parse(YAML.substring(0, YAML.indexOf("changes:")))
                        .definitions()
                        .version(Long.MAX_VALUE))
                .as("the same definitions without what is to change later")
                .isEqualTo(before);
    }

    @Test
    void aLimitThatAChangeSaysWinsFromThenOverTheEnvironment() {
        Definitions told = Configuration.parse(
                        "ringside.yaml", YAML, Map.of("RINGSIDE_DEFAULTS_SERVICE_LEVEL_THRESHOLD", "25s"), Map.of())
                .definitions();

        assertThat(told.queue(SUPPORT, DECEMBER.toEpochMilli() - 1).threshold()).isEqualTo(Duration.ofSeconds(25));
        assertThat(told.queue(SUPPORT, DECEMBER.toEpochMilli()).threshold()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void everyLimitThatEverHoldsIsKnownFromTheStart() {
        assertThat(center.definitions().limits())
                .contains(Duration.ofSeconds(30), Duration.ofSeconds(40), Duration.ofMinutes(1));
    }

    @Test
    void allThatIsWrongComesOutAtOnceWithItsPlace() {
        String yaml = """
                queues: {sales: {}}
                targets: {service_level: {goal: 80 %, warning: 15 %}}
                changes:
                  - from: yesterday
                    queues: {sales: {serviceLevel: {threshold: 0s}, site: berlin}}
                  - note: it has no moment
                    targets: {asa: 20s}
                  - from: 2026-12-01
                  - from: 2026-12-02
                    teams: {alpha: ana}
                    defaults: {shortAbandn: 1s}
                  - from: 2026-12-03
                    targets: {service_level: 90 %, asa: {queues: {slaes: 5s}}, asaa: 1s}
                """;

        assertThat(catchThrowableOfType(ConfigurationException.class, () -> Configuration.parse(yaml))
                        .problems())
                .containsExactly(
                        "targets.service_level.warning (ringside.yaml:2): must leave room to meet the goal, was 90 % + 15 %",
                        "changes[0].from (ringside.yaml:4): must be a date or time such as 2026-12-01, 2026-12-01T08:00 or 2026-12-01T08:00+01:00, was yesterday",
                        "changes[0].queues.sales.serviceLevel.threshold (ringside.yaml:5): must be > 0 s, was 0s",
                        "changes[0].queues.sales.site (ringside.yaml:5): unknown key; known here: serviceLevel, shortAbandon",
                        "changes[1] (ringside.yaml:6): has no from",
                        "changes[2] (ringside.yaml:8): changes nothing: say defaults, queues or targets",
                        "changes[3].teams (ringside.yaml:10): unknown key; known here: from, note, defaults, queues, targets",
                        "changes[3].defaults.shortAbandn (ringside.yaml:11): unknown key, did you mean shortAbandon?",
                        "targets.asa.queues.slaes (ringside.yaml:13): there is no queue slaes under queues, did you mean sales?",
                        "targets.asa (ringside.yaml:13): has no goal",
                        "targets.asaa (ringside.yaml:13): there is no such KPI, did you mean asa?");
    }

    @Test
    void changesAreAList() {
        assertThat(catchThrowableOfType(
                                ConfigurationException.class,
                                () -> Configuration.parse("changes: {from: 2026-12-01, targets: {asa: 20s}}"))
                        .problems())
                .containsExactly("changes (ringside.yaml:1): must be a list, was keys with values");
    }

    private Optional<Target> target(Scope scope, String kpi, Instant at) {
        return Optional.ofNullable(definitions.targets(scope, at.toEpochMilli()).get(kpi));
    }
}
