package io.ringside.producers.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import io.ringside.producers.Emitted;

/** The log of a telephone, chat or ticket system: a CSV file, gzipped or not, read once from its beginning to its end. */
public final class ContactLog implements AutoCloseable {
    private final Mapping mapping;
    private final Map<String, Integer> columns;
    private final int cells;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final Progress progress;
    private final long size;

    private final Reading reading = new Reading();
    private final WallClock clock = new WallClock();
    private final SeenRows seen = new SeenRows();
    private final RowTeller teller;

    private ContactLog(Path file, Mapping mapping, Progress progress, CsvReader<CsvRecord> csv)
            throws IOException, InvalidMapping {
        this.mapping = mapping;
        this.progress = progress;
        this.csv = csv;
        this.size = Files.size(file);
        this.records = csv.iterator();
        Header header = Header.read(mapping, records);
        this.columns = header.columns();
        this.cells = header.cells();
        this.teller = new RowTeller(mapping, clock);
    }

    /**
     * Opens a log and reads its header.
     *
     * @throws InvalidMapping if the mapping names columns that the file lacks, with all of them
     * @throws IOException if there is no such file, it cannot be read, or it is empty
     */
    public static ContactLog open(Path file, Mapping mapping) throws IOException, InvalidMapping {
        Progress progress = new Progress(Files.newInputStream(file));
        try {
            CsvReader<CsvRecord> csv = csv(mapping.file).ofCsvRecord(unzipped(progress), mapping.file.encoding());
            csv.skipLines(mapping.file.skip());
            return new ContactLog(file, mapping, progress, csv);
        } catch (UncheckedIOException | CsvParseException unreadable) {
            progress.close();
            throw new IOException("no readable header: " + unreadable.getMessage(), unreadable);
        } catch (IOException | InvalidMapping refused) {
            progress.close();
            throw refused;
        }
    }

    /**
     * Lenient where the reader's only answer is an exception that ends the reading: rows with too many or too few cells are counted by
     * us. FastCSV means to remove the leniency after a closing quote, and has nothing in its place yet.
     */
    @SuppressWarnings("removal")
    private static CsvReader.CsvReaderBuilder csv(FileFormat format) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .skipEmptyLines(true)
                .detectBomHeader(true);
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /**
     * Reads all rows, and hands on the events of each.
     *
     * @return what became of the rows
     * @throws IOException if the file cannot be read to its end
     */
    public ReadReport read(Consumer<Emitted> sink) throws IOException {
        try {
            while (records.hasNext()) {
                read(records.next(), sink);
            }
            return reading.report(clock);
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getCause().getMessage(), unreadable);
        } catch (CsvParseException notCsv) {
            throw new IOException(notCsv.getMessage(), notCsv);
        }
    }

    private void read(CsvRecord csvRecord, Consumer<Emitted> sink) {
        reading.row();
        try {
            Row row = row(csvRecord);
            Optional<String> because = teller.ignoredBecause(row);
            if (because.isPresent()) {
                reading.ignored(because.get());
            } else {
                read(row, sink);
            }
        } catch (UnreadableRow unreadable) {
            reading.unreadable(csvRecord.getStartingLineNumber(), unreadable);
        }
    }

    private void read(Row row, Consumer<Emitted> sink) throws UnreadableRow {
        Identity identity = teller.identity(row);
        List<Emitted> events = teller.events(row, identity);
        if (events.isEmpty()) {
            reading.ignored("nothing in the mapping applies");
            return;
        }
        switch (seen.note(identity, events.hashCode())) {
            case NEW -> {
                reading.taken(events.size());
                events.forEach(sink);
            }
            case SAME -> reading.duplicate();
            case OTHER ->
                throw new UnreadableRow(
                        mapping.contact.path() + ": stands on an earlier row that says something else",
                        identity.contact());
        }
    }

    private Row row(CsvRecord csvRecord) throws UnreadableRow {
        if (csvRecord.getFieldCount() != cells) {
            String rule = csvRecord.getFieldCount() < cells
                    ? "has fewer cells than the header"
                    : "has more cells than the header";
            throw new UnreadableRow("row: " + rule, csvRecord.getFieldCount() + " of " + cells);
        }
        return new Row(columns, csvRecord.getFields(), mapping.file.none());
    }

    /** How much of the file was read, 0 to 1. */
    public double fractionRead() {
        return size == 0 ? 1 : Math.min(1, (double) progress.bytes() / size);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
