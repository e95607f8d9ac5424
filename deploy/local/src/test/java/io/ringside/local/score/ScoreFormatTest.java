package io.ringside.local.score;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreFormatTest {
    private static final Instant FROM = Instant.parse("2026-02-02T23:00:00Z");
    private static final Instant TO = Instant.parse("2026-02-03T23:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final ScoreRow SALES = row(
            "voice",
            "sales, \"new\"",
            Map.of(
                    "offered", 12_345.0,
                    "answered", 12_000.0,
                    "abandoned", 345.0,
                    "service_level", 0.8005,
                    "asa", 20.0 / 3,
                    "longest_wait", 3_725.0,
                    "abandon_rate", 0.0,
                    "aht", 599.6));
    private static final ScoreRow NIGHT = row("chat", "night", Map.of("offered", 0.0, "answered", 0.0));
    private static final ScoreRow ALL = row("all", "all", Map.of("offered", 12_345.0, "service_level", 1.0));
    private static final List<ScoreRow> ROWS = List.of(NIGHT, SALES, ALL);

    private static ScoreRow row(String channel, String queue, Map<String, Double> values) {
        return new ScoreRow(FROM, TO, BERLIN, channel, queue, values);
    }

    private static String printed(ScoreFormat format, List<ScoreRow> rows, Grain grain) throws IOException {
        StringWriter out = new StringWriter();
        format.print(rows, grain, out);
        return out.toString();
    }

    @Test
    void theTableIsRoundedAlignedAndWithoutEmptyColumns() throws IOException {
        assertThat(printed(ScoreFormat.TABLE, ROWS, Grain.TOTAL)).isEqualTo("""
                        queue         offered  answered  abandoned  service level   asa  longest wait  abandon rate    aht
                        night (chat)        0         0          –              –     –             –             –      –
                        sales, "new"   12,345    12,000        345         80.1 %  0:07       1:02:05         0.0 %  10:00
                        all            12,345         –          –        100.0 %     –             –             –      –
                        """);
    }

    @Test
    void theTableSaysWhichWindow() throws IOException {
        assertThat(printed(ScoreFormat.TABLE, List.of(ALL), Grain.DAY)).isEqualTo("""
                        day             queue  offered  service level
                        Tue 2026-02-03  all     12,345        100.0 %
                        """);
        assertThat(printed(ScoreFormat.TABLE, List.of(ALL), Grain.HALF_HOUR)).isEqualTo("""
                        from                  queue  offered  service level
                        Tue 2026-02-03 00:00  all     12,345        100.0 %
                        """);
    }

    @Test
    void theCsvHasEveryKpiOfTheRowsChannelsExactly() throws IOException {
        String csv = printed(ScoreFormat.CSV, ROWS, Grain.DAY);
        List<String> lines = csv.lines().toList();
        List<String> kpis = KpiCatalogue.of(Kpi.Subject.QUEUES).stream()
                .filter(kpi ->
                        kpi.channels().contains(Channel.VOICE) || kpi.channels().contains(Channel.CHAT))
                .map(Kpi::id)
                .toList();
        assertThat(lines.get(0)).isEqualTo("window_start,window_end,channel,queue," + String.join(",", kpis));
        assertThat(lines.get(2))
                .startsWith(
                        "2026-02-03T00:00:00+01:00,2026-02-04T00:00:00+01:00,voice,\"sales, \"\"new\"\"\",12345,12000,,345,,")
                .contains(",0.8005,", ",6.666666666666667,", ",599.6,");
        assertThat(lines)
                .hasSize(4)
                .allMatch(line -> line.chars().filter(c -> c == ',').count() >= kpis.size() + 3);
    }

    @Test
    void theJsonSaysNullWhereThereIsNoValue() throws IOException {
        String json = printed(ScoreFormat.JSON, ROWS, Grain.DAY);
        assertThat(json)
                .startsWith(
                        "[\n{\"window_start\":\"2026-02-03T00:00:00+01:00\",\"window_end\":\"2026-02-04T00:00:00+01:00\",\"channel\":\"chat\",\"queue\":\"night\",\"offered\":0,\"answered\":0,\"answered_in_time\":null,");
        assertThat(json)
                .contains("\"queue\":\"sales, \\\"new\\\"\"", "\"asa\":6.666666666666667,")
                .endsWith("}\n]\n");
    }

    @Test
    void nothingIsStillWellFormed() throws IOException {
        assertThat(printed(ScoreFormat.JSON, List.of(), Grain.DAY)).isEqualTo("[\n]\n");
        assertThat(printed(ScoreFormat.CSV, List.of(), Grain.DAY)).isEqualTo("window_start,window_end,channel,queue\n");
        assertThat(printed(ScoreFormat.TABLE, List.of(), Grain.DAY)).isEqualTo("day  queue\n");
    }
}
