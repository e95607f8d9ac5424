package io.ringside.local.score;

import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import io.ringside.core.kpis.Kpi;

/** Scorecards as CSV: one row a window and queue, one column a KPI of the catalogue; what has no value is empty. */
final class CsvOfScores {
    static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    static final List<String> IDENTITY = List.of("window_start", "window_end", "channel", "queue");

    private CsvOfScores() {}

    static void print(List<ScoreRow> rows, Writer out) throws IOException {
        List<Kpi> kpis = Columns.all(rows);
        List<String> header = new ArrayList<>(IDENTITY);
        kpis.forEach(kpi -> header.add(kpi.id()));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(header);
        rows.forEach(row -> csv.writeRecord(cells(row, kpis)));
        csv.flush();
    }

    private static List<String> cells(ScoreRow row, List<Kpi> kpis) {
        List<String> cells = new ArrayList<>(
                List.of(TIME.format(row.localStart()), TIME.format(row.localEnd()), row.channel(), row.queue()));
        kpis.forEach(kpi -> cells.add(exact(row.value(kpi.id()))));
        return cells;
    }

    /** Whole numbers as such, others with as many digits as tell them from every other number; empty for no value. */
    private static String exact(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
