package io.ringside.local;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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

    /**
     * Reads all events in their order. Where a line names no event id, it is the file's name and the line's number.
     *
     * @return how many there are
     * @throws IOException if the file cannot be read, or it is not compressed as its name says
     * @throws IllegalArgumentException naming the line and the field, when a line that is no event is reached
     */
    long read(Consumer<Emitted> sink) throws IOException {
        EventLines lines = new EventLines(path.getFileName().toString());
        long count = 0;
        try (BufferedReader text = new BufferedReader(new InputStreamReader(source(), UTF_8));
                Stream<Emitted> events = lines.read(text)) {
            for (Iterator<Emitted> each = events.iterator(); each.hasNext(); count++) {
                sink.accept(each.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count;
    }

    private InputStream source() throws IOException {
        InputStream file = Files.newInputStream(path);
        if (!isCompressed()) {
            return file;
        }
        try {
            return new GZIPInputStream(file, 1 << 16);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private boolean isCompressed() {
        return path.toString().endsWith(".gz");
    }

    private OutputStream open() throws IOException {
        OutputStream file = Files.newOutputStream(path);
        if (!isCompressed()) {
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
