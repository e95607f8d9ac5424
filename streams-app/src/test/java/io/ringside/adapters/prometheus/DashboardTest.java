package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ringside.core.kpis.Direction;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard speaks of metrics that exist, in the words and units of the catalogue, and beside targets. */
class DashboardTest {
    private Dashboard dashboard;

    @BeforeEach
    void read() throws IOException {
        dashboard = Dashboard.read("scorecard");
    }

    @Test
    void everyMetricItAsksForExists() {
        Set<String> known = MetricCatalogue.samples();
        assertThat(dashboard.panels()).isNotEmpty().allSatisfy(panel -> assertThat(panel.metrics())
                .as(panel.title())
                .isNotEmpty()
                .isSubsetOf(known));
        assertThat(dashboard.variables()).isNotEmpty().allSatisfy(query -> assertThat(Dashboard.metricsOf(query))
                .isNotEmpty()
                .isSubsetOf(known));
    }

    @Test
    void everyPanelExplainsItselfInTheWordsOfTheCatalogue() {
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            String first = panel.metrics().iterator().next();
            assertThat(panel.description()).as(panel.title()).contains(helpOf(first));
        });
    }

    @Test
    void everyKpiHasItsUnitAndStandsBesideItsTarget() {
        for (Dashboard.Panel panel : dashboard.panels()) {
            Optional<Kpi> shown = panel.metrics().stream()
                    .filter(metric -> metric.endsWith("_numerator"))
                    .findFirst()
                    .map(DashboardTest::kpiOf);
            shown.ifPresent(kpi -> {
                assertThat(panel.unit()).as(panel.title()).isEqualTo(grafanaUnit(kpi));
                if (kpi.better() != Direction.NONE) {
                    assertThat(panel.queries())
                            .as("%s beside its target", panel.title())
                            .anyMatch(query -> query.contains("kpi=\"" + kpi.id() + "\"")
                                    || query.contains(
                                            KpiFamilies.of(kpi).target().name()));
                }
            });
        }
    }

    @Test
    void everyPanelHasAUnitAndSaysWhatItShowsWhenThereIsNothing() {
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.unit()).as(panel.title()).isNotBlank();
            assertThat(panel.noValue()).as(panel.title()).isNotBlank();
        });
    }

    /** The last value of a range would go on standing there for hours after the app has gone. */
    @Test
    void whatStandsAloneIsOfThisMomentOrADash() {
        assertThat(dashboard.panels())
                .filteredOn(panel -> panel.type().equals("stat"))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    panel.json().path("targets").forEach(target -> {
                        assertThat(target.path("instant").asBoolean())
                                .as(panel.title())
                                .isTrue();
                        assertThat(target.path("range").asBoolean())
                                .as(panel.title())
                                .isFalse();
                    });
                    assertThat(panel.noValue()).as(panel.title()).isIn("–", "OFFLINE");
                });
    }

    /** Several queues are sums divided by sums; a mean of ratios would weigh a quiet queue like a busy one. */
    @Test
    void noRatioIsEverAveragedOrSummed() {
        assertThat(dashboard.panels()).flatExtracting(Dashboard.Panel::queries).allSatisfy(query -> assertThat(query)
                .doesNotContainPattern("avg[ (]")
                .doesNotContainPattern("sum[^(]*\\(ringside_\\w+_(ratio|seconds|rating|per_hour)\\b"));
    }

    @Test
    void panelsNeitherShareANumberNorLieOverEachOther() {
        List<Dashboard.Panel> panels = dashboard.panels();
        assertThat(panels).extracting(panel -> panel.json().path("id").asInt()).doesNotHaveDuplicates();
        for (int i = 0; i < panels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(panels.get(i), panels.get(j)))
                        .as("%s over %s", panels.get(i).title(), panels.get(j).title())
                        .isFalse();
            }
        }
    }

    private static boolean overlap(Dashboard.Panel a, Dashboard.Panel b) {
        return overlap(a, b, "x", "w") && overlap(a, b, "y", "h");
    }

    private static boolean overlap(Dashboard.Panel a, Dashboard.Panel b, String at, String size) {
        int ofA = a.json().path("gridPos").path(at).asInt();
        int ofB = b.json().path("gridPos").path(at).asInt();
        return ofA < ofB + b.json().path("gridPos").path(size).asInt()
                && ofB < ofA + a.json().path("gridPos").path(size).asInt();
    }

    private static String helpOf(String metric) {
        if (metric.endsWith("_numerator")) {
            return KpiFamilies.of(kpiOf(metric)).value().metadata().getHelp();
        }
        return MetricCatalogue.all().stream()
                .filter(family -> family.name().equals(metric))
                .map(family -> family.metadata().getHelp())
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> found.get(0)));
    }

    private static Kpi kpiOf(String numerator) {
        return KpiCatalogue.get(numerator.replaceAll("^ringside_|_numerator$", ""));
    }

    private static String grafanaUnit(Kpi kpi) {
        return switch (kpi.unit()) {
            case RATIO -> "percentunit";
            case SECONDS -> "dthms"; // "s" would round 89 seconds to "1 mins"
            case COUNT, RATING, PER_HOUR -> "short";
            case TIMESTAMP -> "dateTimeFromNow";
        };
    }
}
