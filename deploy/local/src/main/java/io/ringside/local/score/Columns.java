package io.ringside.local.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;
import io.ringside.core.kpis.Unit;

/** Which KPIs are shown. */
final class Columns {
    /** What fits beside one another on a screen; the exact formats have everything. */
    private static final List<String> AT_A_GLANCE = List.of(
            "offered",
            "answered",
            "abandoned",
            "flowed_out",
            "service_level",
            "asa",
            "longest_wait",
            "abandon_rate",
            "aht",
            "tickets_created",
            "tickets_solved",
            "first_response_time",
            "resolution_time",
            "csat");

    private Columns() {}

    /** All KPIs of queues for the channels that these rows are about, whether they have values or not. */
    static List<Kpi> all(List<ScoreRow> rows) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        rows.stream()
                .filter(row -> !row.isAll())
                .forEach(row -> channels.add(Channel.valueOf(row.channel().toUpperCase(Locale.ROOT))));
        return KpiCatalogue.of(Kpi.Subject.QUEUES).stream()
                .filter(kpi -> kpi.channels().stream().anyMatch(channels::contains))
                .toList();
    }

    /** The main KPIs, without those of which no row says anything. */
    static List<Kpi> atAGlance(List<ScoreRow> rows) {
        return AT_A_GLANCE.stream()
                .map(KpiCatalogue::get)
                .filter(kpi -> rows.stream().anyMatch(row -> saysSomething(kpi, row)))
                .toList();
    }

    private static boolean saysSomething(Kpi kpi, ScoreRow row) {
        OptionalDouble value = row.value(kpi.id());
        return value.isPresent() && (kpi.unit() != Unit.COUNT || value.getAsDouble() != 0);
    }
}
