package io.ringside.schemas.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContractFilesTest {
    private static final Path FOLDER = Path.of("contract");

    /** {@code -Dcontract.write} brings the files up to date, after a schema or the catalogue changed. */
    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (System.getProperty("contract.write") != null) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> file : ContractFiles.all().entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
    }

    private static Map<String, String> checkedIn() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(FOLDER)) {
            for (Path file : listed.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void theFilesCheckedInAreWhatTheCatalogueSays() throws IOException {
        assertThat(checkedIn())
                .as("out of date? ./mvnw -pl schemas test -Dtest=ContractFilesTest -Dcontract.write")
                .isEqualTo(ContractFiles.all());
    }

    @Test
    void eachSchemaFileIsTheWholeSchema() throws IOException {
        for (Map.Entry<String, String> file : checkedIn().entrySet()) {
            if (!file.getKey().equals(ContractFiles.DOCUMENT)) {
                assertThat(SchemaText.parse(file.getValue()).getName() + ".avsc")
                        .isEqualTo(file.getKey());
            }
        }
    }
}
