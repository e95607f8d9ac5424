package io.ringside.schemas.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;

import static io.ringside.schemas.wire.Compatibility.FULL_TRANSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

/** Old consumers read what new producers write and the other way round, for every version ever released. */
class ReleasedSchemasTest {
    private static final ReleasedSchemas RELEASED = new ReleasedSchemas(Path.of("released"));

    /** {@code -Dschemas.release} makes the schemas of now the next versions; a release does so before it is tagged. */
    @BeforeAll
    static void releaseIfAsked() throws IOException {
        if (System.getProperty("schemas.release") != null) {
            for (Topic<?> topic : Topics.all()) {
                RELEASED.release(topic);
            }
        }
    }

    static List<Topic<?>> topics() {
        return List.copyOf(Topics.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void theSchemaOfNowFitsEveryReleasedVersion(Topic<?> topic) throws IOException {
        List<Schema> versions = RELEASED.versions(topic);

        assertThat(FULL_TRANSITIVE.conflict(topic.schema(), versions))
                .as(topic.noun())
                .isEmpty();
        assertThat(versions)
                .extracting(Schema::getFullName)
                .allMatch(topic.schema().getFullName()::equals);
    }

    @Test
    void aSchemaThatRenamesAFieldDoesNotFit() throws IOException {
        Schema renamed =
                SchemaText.parse(ContractFiles.schemaOf(Topics.CALLS).replace("\"contactId\"", "\"conversationId\""));

        assertThat(FULL_TRANSITIVE.conflict(renamed, RELEASED.versions(Topics.CALLS)))
                .hasValueSatisfying(why -> assertThat(why).contains("conversationId"));
    }

    @Test
    void everyReleasedFileIsOneOfTheVersions() throws IOException {
        Map<String, Integer> versions = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            versions.put(topic.value().getSimpleName(), RELEASED.versions(topic).size());
        }
        int all = versions.values().stream().mapToInt(Integer::intValue).sum();
        try (Stream<Path> files = Files.walk(RELEASED.folder()).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(all);
        }
    }

    @Test
    void aReleaseAddsAVersionOnlyWhereTheSchemaChanged(@TempDir Path folder) throws IOException {
        ReleasedSchemas released = new ReleasedSchemas(folder);

        released.release(Topics.CALLS);
        released.release(Topics.CALLS);

        assertThat(released.versions(Topics.CALLS)).hasSize(1);
        Files.writeString(
                folder.resolve("CallEvent").resolve("1.avsc"), "{\"type\":\"record\",\"name\":\"Old\",\"fields\":[]}");
        released.release(Topics.CALLS);
        assertThat(released.versions(Topics.CALLS)).extracting(Schema::getName).containsExactly("Old", "CallEvent");
    }
}
