package io.ringside.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.WireFormat;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole map in one file, so that no change to it goes unseen: names of stores and topics outlive a release. */
final class TopologyDescriptionTest {
    private static final Path EXPECTED = Path.of("src/test/resources/io/ringside/topology");
    private static final Path ACTUAL = Path.of("target");

    @Test
    void theTopologyIsTheOneOnFile() throws IOException {
        isOnFile("topology.txt", Topics.usualSources());
    }

    @Test
    void theTopologyThatReadsSnapshotsIsTheOneOnFile() throws IOException {
        isOnFile("topology-with-snapshots.txt", Topics.sources());
    }

    private static void isOnFile(String file, List<Topic<? extends SpecificRecord>> sources) throws IOException {
        String description = description(sources);
        Files.writeString(ACTUAL.resolve(file), description);

        assertThat(description)
                .as("%s; if the change is meant, copy it to %s", ACTUAL.resolve(file), EXPECTED)
                .isEqualTo(Files.readString(EXPECTED.resolve(file), StandardCharsets.UTF_8));
    }

    @Test
    void everyNodeStoreAndTopicIsNamedByUs() {
        assertThat(description(Topics.sources())).doesNotContainPattern("K(STREAM|TABLE)-|\\d{10}");
    }

    /** Topics and stores of a node come in no certain order: they are put in one. */
    private static String description(List<Topic<? extends SpecificRecord>> sources) {
        return Pattern.compile("(?<=\\[)[^\\]]+(?=\\])")
                .matcher(Center.topology(
                                sources,
                                new CurrentDefinitions(Configuration.defaults().settings()),
                                WireFormat.open(Map.of("schema.registry.url", "mock://description")),
                                new Shown())
                        .describe()
                        .toString())
                .replaceAll(
                        names -> Stream.of(names.group().split(", ")).sorted().collect(Collectors.joining(", ")));
    }
}
