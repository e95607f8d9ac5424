package io.ringside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ringside.config.Configuration;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Plays each story through the whole topology; {@code golden/README.md} says how they are written. */
final class GoldenStoriesTest {
    private static final Path STORIES = Path.of("../../golden");
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Path> stories() throws IOException {
        try (Stream<Path> folders = Files.list(STORIES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theScorecardsSayWhatHappened(Path story) throws IOException {
        try (StoryStage stage = new StoryStage(configuration(story))) {
            stage.play(Files.readAllLines(story.resolve("events.jsonl")));
            for (String line : Files.readAllLines(story.resolve("kpis.jsonl"))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    check(JSON.readTree(line), stage);
                }
            }
        }
    }

    private static Configuration configuration(Path story) throws IOException {
        Path file = story.resolve("ringside.yaml");
        return Files.exists(file) ? Configuration.parse(Files.readString(file)) : Configuration.defaults();
    }

    @Test
    void everyStoryIsInTheTable() throws IOException {
        String readme = Files.readString(STORIES.resolve("README.md"));
        assertThat(stories()).isNotEmpty().allSatisfy(story -> {
            String name = story.getFileName().toString();
            assertThat(readme).contains("[" + name + "](" + name + ")");
        });
    }

    private static void check(JsonNode expected, StoryStage stage) {
        if (expected.has("deadLetters")) {
            List<String> reasons = JSON.convertValue(
                    expected.get("deadLetters"),
                    JSON.getTypeFactory().constructCollectionType(List.class, String.class));
            assertThat(stage.deadLetters()).isEqualTo(reasons);
            return;
        }
        String key = Stream.of("scope", "window", "attribution", "start")
                .map(part -> expected.required(part).asText())
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
        assertThat(stage.closed()).containsKey(key);
        Scorecard scorecard = stage.closed().get(key);
        assertThat(scorecard.getRevision())
                .as("revision of %s", key)
                .isEqualTo(expected.required("revision").asInt());
        if (expected.has("cause")) {
            assertThat(scorecard.getCause())
                    .as("cause of %s", key)
                    .isEqualTo(expected.get("cause").asText());
        }
        expected.required("kpis").properties().forEach(kpi -> check(key, kpi.getKey(), kpi.getValue(), scorecard));
    }

    private static void check(String key, String id, JsonNode expected, Scorecard scorecard) {
        KpiValue kpi = scorecard.getKpis().stream()
                .filter(value -> value.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " has no " + id));
        if (expected.isNull()) {
            assertThat(kpi.getValue()).as("%s of %s", id, key).isNull();
        } else {
            assertThat(kpi.getValue()).as("%s of %s", id, key).isCloseTo(expected.asDouble(), within(1e-6));
        }
    }
}
