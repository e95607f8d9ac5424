package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.alerts.AlertRule;
import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.schemas.Topics;
import io.ringside.schemas.alerts.Alert;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;
import io.ringside.schemas.settings.SettingsChange;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** At 9:10 the threshold becomes 10 s, and the target of the service level 90 %. */
final class SettingsWhileRunningTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Instant TEN_PAST = NINE.plus(Duration.ofMinutes(10));
    private static final String YAML = """
            queues: {sales: {serviceLevel: {threshold: 20s}}}
            targets: {service_level: 40 %}
            """;
    private static final SettingsChange CHANGE = new SettingsChange(
            1,
            TEN_PAST,
            "queues: {sales: {serviceLevel: {threshold: 10s}}}\ntargets: {service_level: 90 %}",
            "ana",
            null);

    @Test
    void aChangeHoldsFromItsMomentAndEveryScorecardNamesWhatItUsed() {
        try (Center center = center()) {
            tell(center, CHANGE);
            center.at(TEN_PAST.minusSeconds(60));
            call(center, "before", TEN_PAST.minusMillis(1));
            call(center, "after", TEN_PAST);
            center.at(TEN_PAST);
            assertJudged(center, "5m", 0.4, "0-");

            center.at(TEN_PAST.plusSeconds(60));
            assertJudged(center, "5m", 0.9, "1-");
            assertThat(center.kpi(SALES, "interval", "arrival", "service_level").getNumerator())
                    .as("15 s are in time for who came before, and not for who came with the change")
                    .isEqualTo(1);
            assertThat(center.kpi(SALES, "interval", "arrival", "service_level").getStatus())
                    .isEqualTo(Status.MISSED);
            assertThat(center.shown().settings).extracting(Change::number).containsExactly(1);
        }
    }

    @Test
    void aQuietQueueIsJudgedByTheNewTargetAsWell() {
        try (Center center = center()) {
            tell(center, CHANGE);
            call(center, "early", NINE);
            center.at(NINE.plusSeconds(60)).at(TEN_PAST).at(TEN_PAST.plusSeconds(1));

            for (String window : List.of("15m", "interval", "today", "week")) {
                assertJudged(center, window, 0.9, "1-");
            }
            assertThat(center.shown()
                            .scorecards
                            .get(SALES.key() + "|today|arrival")
                            .settingsVersion())
                    .startsWith("1-");
        }
    }

    @Test
    void aLimitOfLaterBecomesABucketOfAllScopesAtOnce() {
        try (Center center = center()) {
            call(center, "early", NINE);
            center.at(NINE.plusSeconds(60)).at(NINE.plusSeconds(120));
            center.shown().forget();
            center.at(NINE.plusSeconds(121));
            assertThat(center.shown().totals).as("nothing happened").isEmpty();

            tell(center, CHANGE);
            center.at(NINE.plusSeconds(122));
            assertThat(center.shown().totals).containsKeys(SALES, Scope.ALL);
        }
    }

    @Test
    void aLateEventOfAVisitBeforeTheChangeRewritesNothing() {
        try (Center center = center()) {
            call(center, "before", NINE.plusSeconds(60));
            tell(center, CHANGE);
            center.at(NINE.plus(Duration.ofMinutes(40)));
            Scorecard first = finals(center).get(SALES.key() + "|interval|arrival|" + NINE);

            center.send(Topics.CALLS, "before", Calls.talkEnded("before", NINE.plusSeconds(600)))
                    .send(Topics.CALLS, "before", Calls.wrappedUp("before", NINE.plusSeconds(601)))
                    .at(NINE.plus(Duration.ofMinutes(41)));
            Scorecard restated = finals(center).get(SALES.key() + "|interval|arrival|" + NINE);

            assertThat(restated.getRevision()).isEqualTo(2);
            assertThat(Center.kpi(restated, "service_level")).isEqualTo(Center.kpi(first, "service_level"));
            assertThat(restated.getSettingsVersion()).isEqualTo(first.getSettingsVersion());
        }
    }

    @Test
    void liveAndReplayAgreeOnAllFinals() {
        Map<String, Scorecard> live;
        try (Center center = center()) {
            for (int minute = 0; minute < 20; minute++) {
                if (minute == 7) {
                    tell(center, CHANGE);
                }
                center.at(NINE.plusSeconds(60L * minute));
                call(center, "c" + minute, NINE.plusSeconds(60L * minute));
            }
            center.at(NINE.plusSeconds(60 * 20));
            live = finals(center.end());
        }
        try (Center center = center()) {
            tell(center, CHANGE);
            center.at(NINE.plusSeconds(60 * 20));
            for (int minute = 0; minute < 20; minute++) {
                call(center, "c" + minute, NINE.plusSeconds(60L * minute));
            }
            assertThat(figures(finals(center.end()))).isEqualTo(figures(live)).isNotEmpty();
        }
    }

    @Test
    void alertsFollowTheTarget() {
        try (Center center = center(new AlertRule.ServiceLevel("15m", 2, Duration.ZERO, 0.0))) {
            tell(center, CHANGE);
            center.at(NINE.plusSeconds(300));
            call(center, "early", NINE.plusSeconds(300));
            center.send(Topics.CALLS, "lost", Calls.enqueued("lost", "sales", NINE.plusSeconds(300)))
                    .send(Topics.CALLS, "lost", Calls.answered("lost", "ada", NINE.plusSeconds(345)))
                    .at(TEN_PAST);
            assertThat(center.values(Topics.ALERTS)).isEmpty();

            center.at(TEN_PAST.plusMillis(10_000));
            assertThat(center.values(Topics.ALERTS))
                    .filteredOn(alert -> "sales".equals(alert.getQueue()))
                    .extracting(Alert::getLimit)
                    .containsExactly(0.9);
        }
    }

    @Test
    void whatIsNotRightIsRefusedAndTheAppGoesOn() {
        try (Center center = center()) {
            center.sendBytes(Topics.SETTINGS, "1-x", "by hand".getBytes(StandardCharsets.UTF_8));
            center.sendBytes(Topics.SETTINGS, "1-y", null);
            tell(center, new SettingsChange(1, TEN_PAST, "queues: {sales: {threshold: 10s}}", null, null));
            tell(center, new SettingsChange(1, NINE, "targets: {asa: 5s}", null, null));
            tell(center, CHANGE);
            tell(center, new SettingsChange(1, TEN_PAST, "targets: {asa: 5s}", null, null));
            tell(center, CHANGE);

            assertThat(center.shown().refusedSettings).hasSize(5).satisfies(refused -> {
                assertThat(refused.get(0)).startsWith("1-x: ");
                assertThat(refused.get(1)).contains("has no value");
                assertThat(refused.get(2)).contains("unknown key, did you mean serviceLevel.threshold?");
                assertThat(refused.get(3)).contains("it must be written 5 s before it holds");
                assertThat(refused.get(4)).contains("its number must be above 1, was 1");
            });
            assertThat(center.shown().settings).hasSize(1);
            center.at(TEN_PAST);
            call(center, "after", TEN_PAST);
            center.at(TEN_PAST.plusSeconds(60));
            assertJudged(center, "5m", 0.9, "1-");
        }
    }

    /** A call that is answered after 15 s. */
    private static void call(Center center, String contact, Instant at) {
        center.send(Topics.CALLS, contact, Calls.enqueued(contact, "sales", at))
                .send(Topics.CALLS, contact, Calls.answered(contact, "ada", at.plusSeconds(15)));
    }

    private static void tell(Center center, SettingsChange change) {
        String key = ChangeRecords.key(ChangeRecords.read(change, center.now().toEpochMilli()));
        center.send(Topics.SETTINGS, key, change);
    }

    private static void assertJudged(Center center, String window, double target, String version) {
        Scorecard card = center.scorecard(SALES, window, "outcome").orElseThrow();
        assertThat(Center.kpi(card, "service_level").getTarget()).isEqualTo(target);
        assertThat(card.getSettingsVersion()).startsWith(version);
    }

    private static Map<String, Scorecard> finals(Center center) {
        Map<String, Scorecard> finals = new TreeMap<>();
        center.read(Topics.SCORECARD_HISTORY).forEach(record -> finals.put(record.key(), record.value()));
        return finals;
    }

    /** All but how far time had come when it was said. */
    private static List<String> figures(Map<String, Scorecard> finals) {
        return finals.values().stream()
                .map(card -> Scorecard.newBuilder(card).setAsOf(NINE).build().toString())
                .toList();
    }

    private static Center center(AlertRule... alerts) {
        return new Center(new CurrentDefinitions(Configuration.parse(YAML).settings()), alerts);
    }
}
