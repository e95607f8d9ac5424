package io.ringside.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import io.ringside.local.score.RowsReport;
import io.ringside.producers.Emitted;
import io.ringside.producers.replay.ContactLog;
import io.ringside.producers.replay.InvalidMapping;
import io.ringside.producers.replay.Mapping;

/**
 * A file of what happened: events, one to a line; or, with a mapping, the log of a telephone, chat or ticket system.
 *
 * @param mapping how the log's columns become events
 */
record Recording(Path file, Optional<Path> mapping) {

    /**
     * Hands all events on.
     *
     * @param err told of rows of a log that did not become events
     * @return how many there are
     * @throws ReplayFailed if the file cannot be read to its end, or a line is no event
     */
    long read(Consumer<Emitted> sink, PrintWriter err) {
        try {
            return mapping.isPresent() ? readLog(mapping.get(), sink, err) : new EventFile(file).read(sink);
        } catch (NoSuchFileException e) {
            throw new ReplayFailed(e.getFile() + ": there is no such file", e);
        } catch (IOException e) {
            throw new ReplayFailed(file + ": " + (Files.isDirectory(file) ? "is a folder" : e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new ReplayFailed(file + ": " + e.getMessage(), e);
        }
    }

    private long readLog(Path by, Consumer<Emitted> sink, PrintWriter err) throws IOException {
        try (ContactLog log = ContactLog.open(file, Mapping.read(by))) {
            var report = log.read(sink);
            RowsReport.print(report, err);
            return report.events();
        } catch (InvalidMapping e) {
            throw new ReplayFailed(
                    by + ": "
                            + String.join(
                                    "; ",
                                    e.problems().stream().map(String::valueOf).toList()),
                    e);
        }
    }
}
