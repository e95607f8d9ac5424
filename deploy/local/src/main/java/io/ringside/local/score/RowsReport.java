package io.ringside.local.score;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ringside.producers.replay.ReadReport;

/** What became of a log's rows, for a person. */
public final class RowsReport {
    private RowsReport() {}

    /** Tells of rows that did not become events as they are, and why. */
    public static void print(ReadReport report, PrintWriter err) {
        new TreeMap<>(report.ignored()).forEach((because, rows) -> err.println(rows(rows) + " left out: " + because));
        if (report.duplicates() > 0) {
            err.println(rows(report.duplicates()) + " said what an earlier row had said, and count once");
        }
        if (report.skippedTimes() > 0) {
            err.println(times(report.skippedTimes()) + " the clock had skipped, read as later");
        }
        if (report.repeatedTimes() > 0) {
            err.println(times(report.repeatedTimes())
                    + " the clock showed twice, read as the first unless order said otherwise");
        }
        report.unreadable()
                .forEach(unreadable -> err.println(rows(unreadable.count()) + " not readable: " + why(unreadable)));
        err.flush();
    }

    private static String why(ReadReport.Unreadable unreadable) {
        String lines = unreadable.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        boolean more = unreadable.count() > unreadable.lines().size();
        String example = unreadable.example().isEmpty() ? "" : ", was \"" + unreadable.example() + '"';
        return "%s%s (line %s%s)".formatted(unreadable.reason(), example, lines, more ? ", …" : "");
    }

    static String rows(long rows) {
        return counted(rows, "row");
    }

    private static String times(long times) {
        return counted(times, "local time");
    }

    /** A number and what it counts, for example {@code 1,204 rows}. */
    public static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
