package io.ringside.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.ChangeRefusedException;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Changes that are asked for while running. */
class SettingsTimelineTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-20T11:00:00Z");
    private static final String YAML = """
            queues: {sales: {serviceLevel: {threshold: 30s}}}
            targets: {service_level: 80 %}
            changes:
              - {from: 2026-11-20T11:00, targets: {service_level: {goal: 85 %, warning: 10 %}}}
            """;

    private final SettingsTimeline configured = Configuration.parse(YAML).settings();

    @Test
    void aChangeHoldsFromItsMomentOn() throws ChangeRefusedException {
        SettingsTimeline changed = configured.with(change(1, TEN, "queues: {sales: {serviceLevel: {threshold: 10s}}}"));

        assertThat(threshold(changed, TEN.minusMillis(1))).isEqualTo(Duration.ofSeconds(30));
        assertThat(threshold(changed, TEN)).isEqualTo(Duration.ofSeconds(10));
        assertThat(threshold(changed, ELEVEN)).isEqualTo(Duration.ofSeconds(10));
        assertThat(changed.definitions().version(TEN.toEpochMilli() - 1)).startsWith("0-");
        assertThat(changed.definitions().version(TEN.toEpochMilli())).startsWith("1-");
        assertThat(changed.definitions().version(ELEVEN.toEpochMilli())).startsWith("1-");
        assertThat(configured.latest()).isZero();
    }

    @Test
    void changesAreLaidOverOneAnotherInTheOrderOfTheirMoments() throws ChangeRefusedException {
        SettingsTimeline changed = configured
                .with(change(1, ELEVEN.plusSeconds(60), "targets: {service_level: 70 %}"))
                .with(change(2, TEN, "targets: {service_level: 60 %}"))
                .with(change(3, ELEVEN, "targets: {service_level: {minimumVolume: 5}}"));

        assertThat(target(changed, TEN)).isEqualTo(new Target(0.6, 0, 0));
        assertThat(target(changed, ELEVEN)).isEqualTo(new Target(0.85, 0.1, 5));
        assertThat(target(changed, ELEVEN.plusSeconds(60))).isEqualTo(new Target(0.7, 0.1, 5));
        assertThat(changed.definitions().version(Long.MAX_VALUE)).startsWith("3-");
    }

    @Test
    void theSameChangesInOneGoOrOneByOneAreTheSameSettings() throws ChangeRefusedException {
        String byChange = configured
                .with(change(1, TEN, "queues: {sales: {serviceLevel: {threshold: 10s}}}"))
                .definitions()
                .version(ELEVEN.toEpochMilli());
        String byConfiguration = Configuration.parse(YAML.replace("threshold: 30s", "threshold: 10s"))
                .definitions()
                .version(ELEVEN.toEpochMilli());

        assertThat(byChange.substring(2)).isEqualTo(byConfiguration.substring(2));
    }

    @Test
    void whatIsNotRightIsRefusedWithAllThatIsWrong() {
        assertRefused(change(1, TEN, "queues: {sales: {serviceLevel: {threshold: 0s}, site: berlin}}\nteams: {}"), """
                        queues.sales.serviceLevel.threshold (settings 1:1): must be > 0 s, was 0s
                        queues.sales.site (settings 1:1): unknown key; known here: serviceLevel, shortAbandon
                        teams (settings 1:2): unknown key; known here: defaults, queues, targets""");
        assertRefused(
                change(1, TEN, "targets: {service_level: {queues: {sales: 95 %}}}"),
                "targets.service_level.queues.sales.warning (settings 1:1): must leave room to meet the goal, was 95 % + 10 %");
        assertRefused(
                change(1, TEN, "{"),
                "settings 1:1:2: is not YAML, expected the node content, but found '<stream end>'");
        assertRefused(change(1, TEN, "targets: {asa: &a {goal: 5s, sites: *a}}"), "settings 1: must not have aliases");
        assertRefused(change(1, TEN, ""), "settings 1: changes nothing: say defaults, queues or targets");
        assertRefused(change(1, TEN, "[".repeat(200_000)), "settings 1: is nested too deeply");
    }

    @Test
    void aChangeMustComeBeforeItsMomentUnlessAPastIsPlayed() throws ChangeRefusedException {
        Change late =
                new Change(1, TEN, "targets: {asa: 20s}", Optional.empty(), Optional.empty(), TEN.minusMillis(4_999));
        assertRefused(
                late,
                "it must be written 5 s before it holds; it was written 2026-11-20T09:59:55.001Z and was to hold from 2026-11-20T10:00:00Z");

        SettingsTimeline replay =
                Configuration.parse(YAML + "time: {clock: replay}").settings();
        assertThat(replay.with(late).latest()).isEqualTo(1);
    }

    @Test
    void aNumberIsGivenOnceAndTheSameChangeAgainIsNoNews() throws ChangeRefusedException {
        CurrentDefinitions current = new CurrentDefinitions(configured);
        Change first = change(1, TEN, "targets: {asa: 20s}");

        assertThat(current.take(first)).isTrue();
        assertThat(current.take(first)).isFalse();
        assertThatThrownBy(() -> current.take(change(1, TEN, "targets: {asa: 30s}")))
                .isInstanceOf(ChangeRefusedException.class)
                .hasMessage("its number must be above 1, was 1");
        assertThat(current.targets(SALES, TEN.toEpochMilli())).containsEntry("asa", new Target(20, 0, 0));
    }

    @Test
    void settingsAreShownAsTheyAreWritten() throws ChangeRefusedException {
        SettingsTimeline changed =
                configured.with(change(1, TEN, "queues: {chat/sales: {shortAbandon: 2s}}\ntargets: {asa: 20s}"));

        assertThat(changed.at(TEN).yaml()).isEqualTo("""
                defaults:
                  serviceLevel:
                    threshold: 20s
                  shortAbandon: 5s
                queues:
                  sales:
                    serviceLevel:
                      threshold: 30s
                  chat/sales:
                    shortAbandon: 2s
                targets:
                  service_level:
                    goal: 80 %
                  asa:
                    goal: 20s
                """);
        assertThat(changed.since(TEN.minusMillis(1))).isEmpty();
        assertThat(changed.since(TEN)).contains(TEN);
        assertThat(changed.changes()).extracting(SettingsText.Entry::number).containsExactly(1, 0);
        assertThat(changed.changes().get(1).yaml())
                .isEqualTo("targets:\n  service_level:\n    goal: 85 %\n    warning: 10 %\n");
    }

    private void assertRefused(Change change, String why) {
        assertThatThrownBy(() -> configured.with(change))
                .isInstanceOf(ChangeRefusedException.class)
                .hasMessageContaining(why);
    }

    private static Change change(int number, Instant from, String text) {
        return new Change(number, from, text, Optional.of("ana"), Optional.empty(), NOW);
    }

    private static Duration threshold(SettingsTimeline settings, Instant at) {
        return settings.definitions().queue(SALES, at.toEpochMilli()).threshold();
    }

    private static Target target(SettingsTimeline settings, Instant at) {
        return settings.definitions().targets(SALES, at.toEpochMilli()).get("service_level");
    }
}
