package io.ringside.local.score;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalDouble;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.ringside.core.kpis.Kpi;

/** Scorecards as a JSON array: one object a window and queue, one field a KPI of the catalogue; null for no value. */
final class JsonOfScores {
    private JsonOfScores() {}

    static void print(List<ScoreRow> rows, Writer out) throws IOException {
        List<Kpi> kpis = Columns.all(rows);
        out.write("[");
        for (int i = 0; i < rows.size(); i++) {
            out.write(i == 0 ? "\n" : ",\n");
            print(rows.get(i), kpis, out);
        }
        out.write("\n]\n");
    }

    private static void print(ScoreRow row, List<Kpi> kpis, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            json.writeStringField("window_start", CsvOfScores.TIME.format(row.localStart()));
            json.writeStringField("window_end", CsvOfScores.TIME.format(row.localEnd()));
            json.writeStringField("channel", row.channel());
            json.writeStringField("queue", row.queue());
            for (Kpi kpi : kpis) {
                json.writeFieldName(kpi.id());
                print(row.value(kpi.id()), json);
            }
            json.writeEndObject();
        }
    }

    private static void print(OptionalDouble value, JsonGenerator json) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
        } else if (value.getAsDouble() == Math.rint(value.getAsDouble())) {
            json.writeNumber((long) value.getAsDouble());
        } else {
            json.writeNumber(value.getAsDouble());
        }
    }
}
