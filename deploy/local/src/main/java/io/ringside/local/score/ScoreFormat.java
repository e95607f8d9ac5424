package io.ringside.local.score;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** How scorecards are printed. */
enum ScoreFormat {
    /** For people: rounded, in units one reads. */
    TABLE,
    /** For programs: exact, one column a KPI. */
    CSV,
    /** For programs: exact, one object a row. */
    JSON;

    /** Prints rows in their order; leaves the writer open. */
    void print(List<ScoreRow> rows, Grain grain, Writer out) throws IOException {
        switch (this) {
            case TABLE -> TableOfScores.print(rows, grain, out);
            case CSV -> CsvOfScores.print(rows, out);
            case JSON -> JsonOfScores.print(rows, out);
        }
        out.flush();
    }
}
