package io.ringside.producers.replay;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.ringside.producers.Emitted;

/** Logs of a few lines, written and read within a test. */
final class Logs {
    /** What came of reading a log. */
    record Read(ReadReport report, List<Emitted> events) {
        /** Each event as its type and time, for example {@code ENQUEUED 2026-02-03T08:00:00Z}. */
        List<String> story() {
            return events.stream()
                    .map(event -> said(event, "type") + " " + event.occurredAt())
                    .toList();
        }

        List<String> reasons() {
            return report.unreadable().stream()
                    .map(ReadReport.Unreadable::reason)
                    .toList();
        }
    }

    private Logs() {}

    static Object said(Emitted event, String field) {
        return event.value().get(event.value().getSchema().getField(field).pos());
    }

    static Mapping mapping(String yaml) throws InvalidMapping {
        return Mapping.read(new StringReader(yaml));
    }

    static Read read(Path folder, String yaml, String csv) throws IOException, InvalidMapping {
        return read(folder, yaml, csv, StandardCharsets.UTF_8);
    }

    static Read read(Path folder, String yaml, String csv, Charset encoding) throws IOException, InvalidMapping {
        Path file = Files.write(folder.resolve("log.csv"), csv.getBytes(encoding));
        List<Emitted> events = new ArrayList<>();
        try (ContactLog log = ContactLog.open(file, mapping(yaml))) {
            return new Read(log.read(events::add), events);
        }
    }
}
