package io.ringside.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.schemas.wire.WireFormat;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole map in one file, so that no change to it goes unseen: names of stores and topics outlive a release. */
final class TopologyDescriptionTest {
    private static final Path EXPECTED = Path.of("src/test/resources/io/ringside/topology/topology.txt");
    private static final Path ACTUAL = Path.of("target/topology.txt");

    /** Topics and stores of a node come in no certain order: they are put in one. */
    private final String description = Pattern.compile("(?<=\\[)[^\\]]+(?=\\])")
            .matcher(Center.topology(
                            new CurrentDefinitions(Configuration.defaults().settings()),
                            WireFormat.open(Map.of("schema.registry.url", "mock://description")),
                            new Shown())
                    .describe()
                    .toString())
            .replaceAll(names -> Stream.of(names.group().split(", ")).sorted().collect(Collectors.joining(", ")));

    @Test
    void theTopologyIsTheOneOnFile() throws IOException {
        Files.writeString(ACTUAL, description);

        assertThat(description)
                .as("%s; if the change is meant, copy it to %s", ACTUAL, EXPECTED)
                .isEqualTo(Files.readString(EXPECTED, StandardCharsets.UTF_8));
    }

    @Test
    void everyNodeStoreAndTopicIsNamedByUs() {
        assertThat(description).doesNotContainPattern("K(STREAM|TABLE)-|\\d{10}");
    }
}
