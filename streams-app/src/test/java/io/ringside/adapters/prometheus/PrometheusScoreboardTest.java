package io.ringside.adapters.prometheus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.PrometheusSettings;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;
import io.ringside.core.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;

class PrometheusScoreboardTest {
    private final Center center = new Center();
    private final PrometheusScoreboard scoreboard = PrometheusScoreboard.create(Center.SETTINGS, center);

    @AfterEach
    void close() {
        scoreboard.close();
    }

    @Test
    void aSalesQueueReadsExactlySo() throws Exception {
        Scorecard scorecard = Center.halfHour(Center.SALES, Center.fourCalls(Center.SALES));
        scoreboard.show("kpis-3", Center.only(scorecard, "offered", "service_level", "asa", "asa_p90", "csat"));
        scoreboard.showTotals(
                "kpis-3",
                Center.SALES,
                Center.waiting(2, Center.NOON.minusSeconds(31)),
                Center.fourCalls(Center.SALES));
        scoreboard.showWatermark("kpis-3", Center.NOON);
        scoreboard.deadLetters().accept("not_avro");

        Path golden = Path.of("src/test/resources/io/ringside/adapters/prometheus/sales.prom");
        assertThat(text()).isEqualTo(Files.readString(golden));
    }

    @Test
    void eitherAttributionOfAWindowIsExportedWhereItIsAskedFor() {
        PrometheusSettings both =
                new PrometheusSettings(List.of("30m"), List.of("outcome", "arrival"), false, List.of());
        try (PrometheusScoreboard board = PrometheusScoreboard.create(both, new Center())) {
            Tally tally = Center.fourCalls(Center.SALES);
            board.show("kpis-0", Center.scorecard(Center.SALES, "30m", true, tally));
            board.show("kpis-0", Center.scorecard(Center.SALES, "30m", false, tally));

            assertThat(new String(board.scrape(null).bytes(), StandardCharsets.UTF_8))
                    .containsPattern("ringside_offered\\{[^}]*attribution=\"outcome\"")
                    .containsPattern("ringside_offered\\{[^}]*attribution=\"arrival\"")
                    .containsPattern("ringside_completeness_ratio\\{[^}]*attribution=\"arrival\"")
                    .doesNotContainPattern("ringside_completeness_ratio\\{[^}]*attribution=\"outcome\"");
        }
    }

    @Test
    void whatHasNoValueHasNoSample() {
        scoreboard.show("kpis-0", Center.halfHour(Center.SALES, new Tally()));

        assertThat(text())
                .contains("ringside_offered{")
                .contains("ringside_service_level_denominator{")
                .doesNotContain("ringside_service_level_ratio")
                .doesNotContain("ringside_asa_seconds")
                .doesNotContain("ringside_asa_p90_seconds")
                .doesNotContain("NaN");
    }

    @Test
    void anOwnerThatRetiresTakesItsSeriesAway() {
        scoreboard.show("kpis-0", Center.halfHour(Center.SALES, Center.fourCalls(Center.SALES)));
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, Center.fourCalls(Center.SALES));
        scoreboard.showWatermark("kpis-0", Center.NOON);
        scoreboard.show("kpis-1", Center.halfHour(Center.NEW_LINE, Center.fourCalls(Center.NEW_LINE)));

        scoreboard.retire("kpis-0");

        assertThat(text())
                .doesNotContain("sales")
                .doesNotContain("ringside_watermark_timestamp_seconds")
                .contains("queue=\"new line\"");
    }

    @Test
    void aScopeOfTwoOwnersIsShownOnceByTheNewerOne() {
        Tally before = Center.fourCalls(Center.SALES);
        Tally after = before.plus(before);
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, before);
        scoreboard.show("kpis-0", Center.halfHour(Center.SALES, before));
        scoreboard.showTotals("kpis-0 moved", Center.SALES, Live.NOTHING, after);
        scoreboard.show("kpis-0 moved", Center.halfHour(Center.SALES, after));
        scoreboard.show("kpis-0", Center.halfHour(Center.SALES, before));

        assertThat(linesOf("ringside_offered")).singleElement().asString().endsWith(" 8.0");
        assertThat(linesOf("ringside_visits_offered_total"))
                .singleElement()
                .asString()
                .endsWith(" 8.0");

        scoreboard.retire("kpis-0");
        assertThat(linesOf("ringside_offered")).singleElement().asString().endsWith(" 8.0");
    }

    @Test
    void noCounterFallsWhenACorrectionTakesSomethingBack() {
        Tally four = Center.fourCalls(Center.SALES);
        Tally eight = four.plus(four);
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, eight);
        List<String> before = counters();

        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, four);
        assertThat(counters()).isNotEmpty().isEqualTo(before);

        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, eight.plus(four));
        assertThat(linesOf("ringside_visits_offered_total"))
                .singleElement()
                .asString()
                .endsWith(" 12.0");
        assertThat(linesOf("ringside_answered_wait_duration_seconds_count"))
                .singleElement()
                .asString()
                .endsWith(" 9");
    }

    @Test
    void aLimitThatBecomesKnownIsABucketAndNoBucketFalls() {
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, Center.fourCalls(Center.SALES));
        assertThat(answeredUpTo("10.0")).endsWith(" 1");
        assertThat(text()).doesNotContain("le=\"12.0\"");

        center.learn(Duration.ofSeconds(12));
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, Center.fourCalls(Center.SALES));
        assertThat(answeredUpTo("10.0")).endsWith(" 1");
        assertThat(answeredUpTo("12.0")).endsWith(" 2");
        assertThat(answeredUpTo("+Inf")).endsWith(" 3");
    }

    private String answeredUpTo(String bound) {
        return linesOf("ringside_answered_wait_duration_seconds_bucket").stream()
                .filter(line -> line.contains("le=\"" + bound + "\""))
                .reduce((one, other) -> one + " and " + other)
                .orElse("");
    }

    private List<String> counters() {
        return text().lines()
                .filter(line -> line.matches("ringside_\\w+_(total|bucket|sum|count)\\{.*"))
                .toList();
    }

    @Test
    void onlyTheWindowsAskedForAndTheirHeadlineAreExported() {
        Tally calls = Center.fourCalls(Center.SALES);
        scoreboard.show("kpis-0", Center.scorecard(Center.SALES, "5m", true, calls));
        scoreboard.show("kpis-0", Center.scorecard(Center.SALES, "30m", false, calls));
        assertThat(linesOf("ringside_offered")).isEmpty();

        scoreboard.show("kpis-0", Center.scorecard(Center.SALES, "today", true, calls));
        assertThat(linesOf("ringside_offered")).singleElement().asString().contains("window=\"today\"");
    }

    @Test
    void agentsStayOutUnlessAskedFor() {
        Tally calls = Center.fourCalls(Center.ANA);
        scoreboard.showTotals("kpis-0", Center.ANA, Live.NOTHING, calls);
        scoreboard.show("kpis-0", Center.halfHour(Center.ANA, calls));
        assertThat(text()).doesNotContain("agent");

        try (PrometheusScoreboard withAgents = PrometheusScoreboard.create(Center.settings(true), new Center())) {
            withAgents.showTotals("kpis-0", Center.ANA, Live.NOTHING, calls);
            withAgents.show("kpis-0", Center.halfHour(Center.ANA, calls));
            withAgents.showTotals("kpis-0", Center.SALES, Live.NOTHING, calls);
            assertThat(text(withAgents))
                    .contains(
                            "ringside_legs_handled_total{agent=\"ana\",channel=\"\",queue=\"\",scope=\"agent\",site=\"\","
                                    + "team=\"red\"} 3.0")
                    .contains(
                            "ringside_legs_handled_total{agent=\"\",channel=\"voice\",queue=\"sales\",scope=\"queue\","
                                    + "site=\"berlin\",team=\"\"} 3.0")
                    .contains("ringside_agents_on_queue_seconds_total{agent=\"ana\"")
                    .doesNotContain("ringside_agents_on_queue_seconds_total{agent=\"\"")
                    .doesNotContain("ringside_visits_offered_total{agent=\"ana\"")
                    .doesNotContain("ringside_waiting_contacts{agent=\"ana\"");
        }
    }

    @Test
    void eachChannelHasTheFiguresItCanHave() {
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, new Tally());
        scoreboard.showTotals("kpis-0", Center.CARE, Live.NOTHING, new Tally());
        scoreboard.showTotals("kpis-0", Center.MAIL, Live.NOTHING, new Tally());
        scoreboard.showTotals("rollups-0", Scope.ALL, Live.NOTHING, new Tally());

        assertThat(linesOf("ringside_waiting_contacts")).hasSize(3);
        assertThat(linesOf("ringside_unanswered_contacts")).hasSize(3);
        assertThat(linesOf("ringside_backlog_tickets")).hasSize(2);
        assertThat(linesOf("ringside_ticket_creations_total")).hasSize(2);
        assertThat(linesOf("ringside_resolution_duration_seconds_count")).hasSize(2);
        assertThat(text()).doesNotContain("oldest");
    }

    @Test
    void whoHasACalendarIsOpenOrClosed() {
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, new Tally());
        scoreboard.showTotals("kpis-0", Center.CARE, Live.NOTHING, new Tally());
        scoreboard.showWatermark("kpis-0", Center.NOON);
        assertThat(linesOf("ringside_open"))
                .singleElement()
                .asString()
                .contains("queue=\"care\"")
                .endsWith(" 0.0");

        scoreboard.showWatermark("kpis-0", Center.NOON.plus(Duration.ofHours(6)));
        assertThat(linesOf("ringside_open")).singleElement().asString().endsWith(" 1.0");
    }

    @Test
    void queuesThatNobodyConfiguredAreCounted() {
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, new Tally());
        scoreboard.showTotals("kpis-0", Center.NEW_LINE, Live.NOTHING, new Tally());

        assertThat(text()).contains("\nringside_unknown_queues 1.0\n");
    }

    @Test
    void everyThresholdIsABucketWithAnExactCount() {
        Tally tally = new Tally();
        for (long wait : new long[] {24_999, 25_000, 25_001}) {
            Center.count(tally, Center.SALES, Measure.ANSWERED, wait);
        }
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, tally);

        assertThat(linesOf("ringside_answered_wait_duration_seconds_bucket"))
                .anyMatch(line -> line.contains("le=\"25.0\"") && line.endsWith(" 2"))
                .anyMatch(line -> line.contains("le=\"20.0\"") && line.endsWith(" 0"))
                .anyMatch(line -> line.contains("le=\"+Inf\"") && line.endsWith(" 3"));
    }

    @Test
    void totalsDoNotChangeWithTheTallyTheyWereTakenFrom() {
        Tally tally = Center.fourCalls(Center.SALES);
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, tally);
        tally.add(Center.fourCalls(Center.SALES));

        assertThat(linesOf("ringside_visits_offered_total"))
                .singleElement()
                .asString()
                .endsWith(" 4.0");
    }

    @Test
    void openMetricsIsSpokenWhenAskedFor() {
        scoreboard.show("kpis-0", Center.halfHour(Center.SALES, Center.fourCalls(Center.SALES)));
        scoreboard.showTotals("kpis-0", Center.SALES, Live.NOTHING, Center.fourCalls(Center.SALES));
        Exposition open =
                scoreboard.scrape("application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5");

        assertThat(open.contentType()).isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(new String(open.bytes(), StandardCharsets.UTF_8))
                .contains("# TYPE ringside_visits_offered counter\n")
                .contains("# UNIT ringside_service_level_ratio ratio\n")
                .endsWith("# EOF\n");
        assertThat(scoreboard.scrape(null).contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(scoreboard.scrape("*/*").contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    }

    private List<String> linesOf(String series) {
        return text().lines().filter(line -> line.startsWith(series + "{")).toList();
    }

    private String text() {
        return text(scoreboard);
    }

    private static String text(PrometheusScoreboard scoreboard) {
        return new String(scoreboard.scrape("text/plain").bytes(), StandardCharsets.UTF_8);
    }
}
