package io.ringside.adapters.web;

import java.io.IOException;
import java.util.function.Predicate;

import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;

/** A scorecard as JSON: what the topic says, under the same names. */
final class ScorecardJson {
    private ScorecardJson() {}

    /** Writes a scorecard with these of its KPIs. */
    static void write(JsonText json, Scorecard card, Predicate<String> kpis) throws IOException {
        json.begin();
        writeScope(json, card);
        writeWindow(json, card);
        json.flag("open", card.getOpen())
                .number("waiting", card.getWaiting())
                .moment("oldestWaitingSince", card.getOldestWaitingSince())
                .number("backlog", card.getBacklog())
                .moment("oldestOpenSince", card.getOldestOpenSince())
                .number("waitingAtStart", card.getWaitingAtStart())
                .number("waitingAtEnd", card.getWaitingAtEnd())
                .number("residual", card.getResidual())
                .number("completeness", card.getCompleteness())
                .begin("kpis");
        for (KpiValue kpi : card.getKpis()) {
            if (kpis.test(kpi.getId())) {
                writeKpi(json, kpi);
            }
        }
        json.end().end();
    }

    private static void writeScope(JsonText json, Scorecard card) throws IOException {
        json.text("scope", card.getScope().name())
                .text("queue", card.getQueue())
                .text("channel", card.getChannel())
                .text("site", card.getSite())
                .text("agent", card.getAgent())
                .text("team", card.getTeam());
    }

    private static void writeWindow(JsonText json, Scorecard card) throws IOException {
        json.text("window", card.getWindow())
                .text("attribution", card.getAttribution().name())
                .flag("headline", card.getHeadline())
                .moment("windowStart", card.getWindowStart())
                .moment("windowEnd", card.getWindowEnd())
                .text("zone", card.getZone())
                .moment("asOf", card.getAsOf())
                .flag("final", card.getFinal$())
                .number("revision", (long) card.getRevision())
                .text("cause", card.getCause())
                .text("settingsVersion", card.getSettingsVersion());
    }

    private static void writeKpi(JsonText json, KpiValue kpi) throws IOException {
        json.begin(kpi.getId())
                .number("value", kpi.getValue())
                .number("numerator", kpi.getNumerator())
                .number("denominator", kpi.getDenominator())
                .number("target", kpi.getTarget())
                .text("status", kpi.getStatus().name())
                .end();
    }
}
