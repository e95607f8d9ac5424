package io.ringside.adapters.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;

/** Scorecards as a center has them, built line by line. */
final class SampleScorecards {
    private final ScopeKind scope;
    private final List<KpiValue> kpis = new ArrayList<>();
    private String queue;
    private String channel;
    private String site;
    private String window = "30m";
    private Attribution attribution = Attribution.OUTCOME;
    private boolean headline = true;
    private Instant asOf = Instant.parse("2026-03-02T10:00:00Z");
    private Long waiting;
    private Duration oldest;
    private Long backlog;
    private Double completeness;
    private Boolean open;

    private SampleScorecards(ScopeKind scope) {
        this.scope = scope;
    }

    static SampleScorecards queue(String channel, String queue) {
        SampleScorecards card = new SampleScorecards(ScopeKind.QUEUE);
        card.channel = channel;
        card.queue = queue;
        return card;
    }

    static SampleScorecards channel(String channel) {
        SampleScorecards card = new SampleScorecards(ScopeKind.CHANNEL);
        card.channel = channel;
        return card;
    }

    static SampleScorecards site(String site) {
        return new SampleScorecards(ScopeKind.SITE).at(site);
    }

    static SampleScorecards all() {
        return new SampleScorecards(ScopeKind.ALL);
    }

    SampleScorecards at(String where) {
        site = where;
        return this;
    }

    SampleScorecards over(String windowId) {
        window = windowId;
        return this;
    }

    SampleScorecards by(Attribution how, boolean isHeadline) {
        attribution = how;
        headline = isHeadline;
        return this;
    }

    SampleScorecards asOf(Instant moment) {
        asOf = moment;
        return this;
    }

    /** How many wait, and how long the first of them has waited. */
    SampleScorecards waiting(long contacts, Duration longest) {
        waiting = contacts;
        oldest = longest;
        return this;
    }

    /** What share of those who came is known to have left. */
    SampleScorecards known(double share) {
        completeness = share;
        return this;
    }

    SampleScorecards shut() {
        open = false;
        return this;
    }

    SampleScorecards backlog(long tickets, Duration longest) {
        backlog = tickets;
        oldest = longest;
        return this;
    }

    SampleScorecards share(String kpi, double numerator, double denominator, double target, Status status) {
        Double value = denominator == 0 ? null : numerator / denominator;
        kpis.add(new KpiValue(kpi, value, numerator, denominator, target, status));
        return this;
    }

    SampleScorecards value(String kpi, Double value, Double target, Status status) {
        kpis.add(new KpiValue(kpi, value, null, null, target, status));
        return this;
    }

    Scorecard card() {
        Instant since = oldest == null ? null : asOf.minus(oldest);
        return Scorecard.newBuilder()
                .setScope(scope)
                .setQueue(queue)
                .setChannel(channel)
                .setSite(site)
                .setWindow(window)
                .setAttribution(attribution)
                .setHeadline(headline)
                .setWindowStart(asOf.minus(Duration.ofMinutes(30)))
                .setWindowEnd(asOf)
                .setZone("Europe/Berlin")
                .setAsOf(asOf)
                .setFinal$(false)
                .setRevision(0)
                .setSettingsVersion("0-1f0c9a2b")
                .setWaiting(waiting)
                .setOldestWaitingSince(backlog == null ? since : null)
                .setBacklog(backlog)
                .setOldestOpenSince(backlog == null ? null : since)
                .setCompleteness(completeness)
                .setOpen(open)
                .setKpis(List.copyOf(kpis))
                .build();
    }
}
