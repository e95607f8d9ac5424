package io.ringside.schemas.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.Schema;

import io.ringside.schemas.Topic;

/** The versions of each record that were released: {@code released/CallEvent/1.avsc}, {@code 2.avsc} and so on. */
record ReleasedSchemas(Path folder) {
    /** All released versions of a record, oldest first. */
    List<Schema> versions(Topic<?> topic) throws IOException {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; Files.exists(file(topic, version)); version++) {
            versions.add(SchemaText.parse(Files.readString(file(topic, version))));
        }
        return versions;
    }

    /** Makes the schema of now the next version, unless it is the latest already. */
    void release(Topic<?> topic) throws IOException {
        int latest = versions(topic).size();
        String now = ContractFiles.schemaOf(topic);
        if (latest > 0 && Files.readString(file(topic, latest)).equals(now)) {
            return;
        }
        Path next = file(topic, latest + 1);
        Files.createDirectories(next.getParent());
        Files.writeString(next, now);
    }

    private Path file(Topic<?> topic, int version) {
        return folder.resolve(topic.value().getSimpleName()).resolve(version + ".avsc");
    }
}
