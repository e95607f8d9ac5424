package io.ringside.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents say what the code does. */
class ConfigurationDocumentTest {
    private static final Path DOCUMENTS = Path.of("..", "docs");

    @Test
    void theTableOfKeysIsWhatTheCodeReads() throws IOException {
        String table = "| key | default | rule | meaning |\n|---|---|---|---|\n"
                + Configuration.knobs().entrySet().stream()
                        .map(entry -> row(sameForAllScopes(entry.getKey()), entry.getValue()))
                        .distinct()
                        .collect(Collectors.joining());

        assertThat(Files.readString(DOCUMENTS.resolve("configuration.md"))).contains("\n" + table);
    }

    @Test
    void theExampleIsRightAndSaysWhatItsCommentsSay() {
        Configuration example = Configuration.load(DOCUMENTS.resolve("ringside.yaml"), Map.of());

        assertThat(example.definitions()
                        .queue(Scope.queue(Channel.CHAT, "sales"), 0)
                        .threshold())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(example.definitions()
                        .queue(Scope.queue(Channel.VOICE, "sales"), 0)
                        .threshold())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(example.definitions().targets(Scope.queue(Channel.VOICE, "sales"), 0))
                .containsEntry("service_level", new Target(0.85, 0.05, 20));
        assertThat(example.definitions().targets(Scope.agent("diego"), 0)).containsEntry("aht", new Target(420, 0, 0));
    }

    /** Targets of channels, sites, teams, agents and queues have the same keys: they share rows. */
    private static String sameForAllScopes(String path) {
        return path.replaceFirst("^(targets\\.<kpi>)\\.[a-z]+\\.<[a-z]+>", "$1.<scopes>.<name>");
    }

    private static String row(String path, Knob<?> knob) {
        return "| `" + path + "` | " + cell(knob.standardText()) + " | " + cell(knob.ruleText()) + " | "
                + cell(knob.about()) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
