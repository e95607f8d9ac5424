package io.ringside.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;

import io.ringside.producers.Emitted;
import io.ringside.producers.EventLines;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A file of events, one to a line as {@link EventLines} has them; compressed when its name ends in {@code .gz}. */
record EventFile(Path path) {

    /**
     * Writes events until there are no more, over what the file held. Returns how many.
     *
     * @throws UnwritableFile if the file cannot be had or the disk is full
     */
    long write(Iterator<Emitted> events) {
        long count = 0;
        try (BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(open(), UTF_8))) {
            while (events.hasNext()) {
                lines.write(EventLines.write(events.next()));
                lines.newLine();
                count++;
            }
        } catch (IOException e) {
            throw new UnwritableFile(path, e);
        }
        return count;
    }

    private OutputStream open() throws IOException {
        OutputStream file = Files.newOutputStream(path);
        if (!path.toString().endsWith(".gz")) {
            return file;
        }
        try {
            return new GZIPOutputStream(file, 1 << 16);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
