package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A Grafana dashboard as it stands in its file. */
record Dashboard(JsonNode json) {
    private static final Pattern METRIC = Pattern.compile("ringside_\\w+");

    /** A panel that shows something. */
    record Panel(JsonNode json) {
        String title() {
            return json.path("title").asText();
        }

        @Override
        public String toString() {
            return title();
        }

        String description() {
            return json.path("description").asText();
        }

        String type() {
            return json.path("type").asText();
        }

        String noValue() {
            return json.at("/fieldConfig/defaults/noValue").asText();
        }

        String unit() {
            return json.at("/fieldConfig/defaults/unit").asText();
        }

        List<String> queries() {
            return json.path("targets").findValuesAsText("expr");
        }

        Set<String> metrics() {
            return queries().stream()
                    .flatMap(query -> metricsOf(query).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    static Dashboard read(String name) throws IOException {
        return new Dashboard(new ObjectMapper()
                .readTree(Path.of("../grafana/dashboards", name + ".json").toFile()));
    }

    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        json.path("panels").forEach(panel -> {
            if (!panel.path("type").asText().equals("row")) {
                panels.add(new Panel(panel));
            }
        });
        return panels;
    }

    /** The queries behind the variables. */
    List<String> variables() {
        return json.at("/templating/list").findValuesAsText("definition");
    }

    static Set<String> metricsOf(String query) {
        return METRIC.matcher(query)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
