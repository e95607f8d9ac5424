package io.ringside.local.score;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;

/**
 * The KPIs of one queue, or of all together, over one window.
 *
 * @param start its first moment
 * @param end the first moment after it
 * @param zone where its days begin
 * @param channel the queue's channel; {@code all} for all together
 * @param queue the queue; {@code all} for all together
 * @param values by KPI id; a KPI without data has no value
 */
record ScoreRow(Instant start, Instant end, ZoneId zone, String channel, String queue, Map<String, Double> values) {
    static final String ALL = "all";

    /** Queue by queue, and all together last. */
    static final Comparator<ScoreRow> BY_QUEUE = Comparator.comparing(ScoreRow::isAll)
            .thenComparing(ScoreRow::channel)
            .thenComparing(ScoreRow::queue);

    static ScoreRow of(Scorecard scorecard) {
        boolean all = scorecard.getScope() == ScopeKind.ALL;
        Map<String, Double> values = new LinkedHashMap<>();
        for (KpiValue kpi : scorecard.getKpis()) {
            if (kpi.getValue() != null) {
                values.put(kpi.getId(), kpi.getValue());
            }
        }
        if (scorecard.getAttribution() == Attribution.OUTCOME && values.containsKey("offered")) {
            values.put("offered", ended(values));
        }
        return new ScoreRow(
                scorecard.getWindowStart(),
                scorecard.getWindowEnd(),
                ZoneId.of(scorecard.getZone()),
                all ? ALL : scorecard.getChannel(),
                all ? ALL : scorecard.getQueue(),
                values);
    }

    /** By outcome, a row tells of the visits that ended in it, so that offered is answered, abandoned and flowed out. */
    private static double ended(Map<String, Double> values) {
        return Stream.of("answered", "abandoned", "flowed_out")
                .mapToDouble(kpi -> values.getOrDefault(kpi, 0.0))
                .sum();
    }

    boolean isAll() {
        return channel.equals(ALL);
    }

    /** Whether anything happened: a night has windows too. */
    boolean saysSomething() {
        return values.values().stream().anyMatch(value -> value != 0);
    }

    OptionalDouble value(String kpi) {
        Double value = values.get(kpi);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    ZonedDateTime localStart() {
        return start.atZone(zone);
    }

    ZonedDateTime localEnd() {
        return end.atZone(zone);
    }
}
