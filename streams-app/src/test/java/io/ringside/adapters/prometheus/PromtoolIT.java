package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;

import static org.assertj.core.api.Assertions.assertThat;

/** What Prometheus itself says of our metrics, rules and configuration. */
class PromtoolIT {
    private static final Path PROMETHEUS = Path.of("../deploy/prometheus");
    private static final byte[] NOTHING = {};

    @Test
    void theConfigurationIsValid() throws Exception {
        succeeds(Tool.named("promtool").run(NOTHING, "check", "config", PROMETHEUS.resolve("prometheus.yml")));
    }

    @Test
    void alertsFireAndStaySilentAsTheirTestsTell() throws Exception {
        succeeds(Tool.named("promtool").run(NOTHING, arguments("test", "rules", PROMETHEUS.resolve("tests"))));
    }

    @Test
    void everyQueryOfTheDashboardCanBeRead(@TempDir Path folder) throws Exception {
        StringBuilder rules = new StringBuilder("groups: [{name: dashboard, rules: [");
        for (Dashboard.Panel panel : Dashboard.read("scorecard").panels()) {
            panel.queries().forEach(query -> rules.append("{record: q, expr: '")
                    .append(query.replace("$window", "30m").replaceAll("\\$(queue|channel)", ".*"))
                    .append("', labels: {n: '" + rules.length() + "'}},"));
        }
        Path file = Files.writeString(folder.resolve("dashboard.yml"), rules.append("]}]"));
        succeeds(Tool.named("promtool").run(NOTHING, "check", "rules", file));
    }

    @Test
    void alertmanagerKnowsWhomToTell() throws Exception {
        Path configuration = Path.of("../deploy/alertmanager/alertmanager.yml");
        succeeds(Tool.named("amtool").run(NOTHING, "check-config", configuration));
    }

    @Test
    void theLinterHasNothingToSayOfAnyMetric() throws Exception {
        try (PrometheusScoreboard scoreboard = PrometheusScoreboard.create(Center.settings(true), new Center());
                RuntimeHealth runtime = new RuntimeHealth()) {
            runtime.bindTo(scoreboard.registry());
            scoreboard.registry().getPrometheusRegistry().register(StreamsMetrics.ofOneThread());
            for (Scope scope : List.of(Center.SALES, Center.CARE, Center.MAIL, Center.ANA, Scope.ALL)) {
                Tally tally = scope.kind().isLeaf() ? Center.fourCalls(scope) : new Tally();
                scoreboard.show("kpis-0", Center.halfHour(scope, tally));
                scoreboard.showTotals("kpis-0", scope, Live.NOTHING, tally);
            }
            scoreboard.showWatermark("kpis-0", Center.NOON);
            scoreboard.deadLetters().accept("not_avro");

            Tool.Outcome lint =
                    Tool.named("promtool").run(scoreboard.scrape("text/plain").bytes(), "check", "metrics");
            assertThat(lint.output()).isEmpty();
            assertThat(lint.exit()).isZero();
        }
    }

    private static Object[] arguments(String command, String what, Path folder) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(command, what));
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(arguments::add);
        }
        return arguments.toArray();
    }

    private static void succeeds(Tool.Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.output()).isZero();
    }
}
