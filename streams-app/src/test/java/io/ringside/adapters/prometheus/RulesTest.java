package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules ask for metrics that exist, and whoever is woken finds a page that helps. */
class RulesTest {
    private static final Path RULES = Path.of("../deploy/prometheus/rules");
    private static final Pattern RECORDED = Pattern.compile("\\w+:\\w+:\\w+");
    private static final Pattern METRIC = Pattern.compile("ringside_\\w+");

    @Test
    void everyMetricInARuleExists() throws IOException {
        Set<String> known = MetricCatalogue.samples();
        for (Map<?, ?> rule : rules()) {
            String raw = RECORDED.matcher(rule.get("expr").toString()).replaceAll("");
            assertThat(METRIC.matcher(raw).results().map(match -> match.group()).toList())
                    .as("%s", rule)
                    .isSubsetOf(known);
        }
    }

    @Test
    void everyRecordedSeriesInARuleIsRecorded() throws IOException {
        Set<Object> recorded = rules().stream().map(rule -> rule.get("record")).collect(Collectors.toSet());
        for (Map<?, ?> rule : rules()) {
            assertThat(RECORDED.matcher(rule.get("expr").toString()).results().map(match -> match.group()))
                    .as("%s", rule)
                    .allMatch(recorded::contains);
        }
    }

    @Test
    void everyAlertHasASeverityASummaryADescriptionAndARunbook() throws IOException {
        List<Map<?, ?>> alerts =
                rules().stream().filter(rule -> rule.containsKey("alert")).toList();
        assertThat(alerts).isNotEmpty();
        for (Map<?, ?> alert : alerts) {
            Map<?, ?> annotations = (Map<?, ?>) alert.get("annotations");
            assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("page", "ticket", "info");
            assertThat(annotations.get("summary")).asString().isNotBlank();
            assertThat(annotations.get("description")).asString().isNotBlank();
            Path runbook = Path.of("..", annotations.get("runbook").toString());
            assertThat(Files.readString(runbook))
                    .startsWith("# ")
                    .contains(alert.get("alert").toString());
        }
    }

    private static List<Map<?, ?>> rules() throws IOException {
        List<Map<?, ?>> rules = new ArrayList<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.sorted().toList()) {
                Map<?, ?> content =
                        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                for (Object group : (List<?>) content.get("groups")) {
                    ((List<?>) ((Map<?, ?>) group).get("rules")).forEach(rule -> rules.add((Map<?, ?>) rule));
                }
            }
        }
        return rules;
    }
}
