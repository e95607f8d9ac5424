package io.ringside.local.score;

import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.Unit;

/** Scorecards as a table for people: rounded, in units one reads; a dash where there is no value. */
final class TableOfScores {
    private static final String GAP = "  ";
    private static final String NO_VALUE = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter INTERVAL =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private TableOfScores() {}

    static void print(List<ScoreRow> rows, Grain grain, Writer out) throws IOException {
        List<Kpi> kpis = Columns.atAGlance(rows);
        List<List<String>> lines = new ArrayList<>();
        lines.add(header(kpis, grain));
        rows.forEach(row -> lines.add(cells(row, kpis, grain)));
        int texts = header(List.of(), grain).size();
        int[] widths = widths(lines);
        for (List<String> line : lines) {
            out.write(aligned(line, widths, texts) + "\n");
        }
    }

    private static List<String> header(List<Kpi> kpis, Grain grain) {
        List<String> header = new ArrayList<>();
        if (grain != Grain.TOTAL) {
            header.add(grain == Grain.DAY ? "day" : "from");
        }
        header.add("queue");
        kpis.forEach(kpi -> header.add(kpi.id().replace('_', ' ')));
        return header;
    }

    private static List<String> cells(ScoreRow row, List<Kpi> kpis, Grain grain) {
        List<String> cells = new ArrayList<>();
        if (grain != Grain.TOTAL) {
            cells.add((grain == Grain.DAY ? DAY : INTERVAL).format(row.localStart()));
        }
        boolean voice = row.isAll() || row.channel().equals("voice");
        cells.add(voice ? row.queue() : row.queue() + " (" + row.channel() + ")");
        kpis.forEach(kpi -> cells.add(readable(row.value(kpi.id()), kpi.unit())));
        return cells;
    }

    private static String readable(OptionalDouble value, Unit unit) {
        if (value.isEmpty()) {
            return NO_VALUE;
        }
        double number = value.getAsDouble();
        return switch (unit) {
            case COUNT -> String.format(Locale.ROOT, "%,.0f", number);
            case RATIO -> String.format(Locale.ROOT, "%.1f %%", number * 100);
            case SECONDS -> clock(Math.round(number));
            default -> String.format(Locale.ROOT, "%.2f", number);
        };
    }

    private static String clock(long seconds) {
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        return widths;
    }

    /** Texts to the left, numbers to the right. */
    private static String aligned(List<String> line, int[] widths, int texts) {
        StringBuilder aligned = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(line.get(i)));
            aligned.append(i == 0 ? "" : GAP).append(i < texts ? line.get(i) + padding : padding + line.get(i));
        }
        return aligned.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
