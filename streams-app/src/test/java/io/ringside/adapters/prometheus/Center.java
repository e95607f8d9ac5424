package io.ringside.adapters.prometheus;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import io.ringside.config.PrometheusSettings;
import io.ringside.core.definitions.BusinessHours;
import io.ringside.core.definitions.Calendar;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.OpeningTime;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.definitions.Zones;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;
import io.ringside.core.kpis.WindowTally;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.core.scorecards.Scorecards;

/** A small contact center: sales and care in Berlin, one queue nobody configured, one agent. */
final class Center implements Definitions {
    private Set<Duration> limits = Set.of(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(5));

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    static final Scope CARE = Scope.queue(Channel.CHAT, "care");
    static final Scope MAIL = Scope.queue(Channel.TICKET, "mail");
    static final Scope NEW_LINE = Scope.queue(Channel.VOICE, "new line");
    static final Scope ANA = Scope.agent("ana");
    static final PrometheusSettings SETTINGS = settings(false);
    private static final Calendar EVENINGS = new Calendar(
            Map.of(DayOfWeek.MONDAY, List.of(new OpeningTime(LocalTime.of(18, 0), LocalTime.of(22, 0)))), Map.of());

    static PrometheusSettings settings(boolean agents) {
        return new PrometheusSettings(
                List.of("30m", "today"),
                List.of("headline"),
                agents,
                Stream.of(10, 60, 300).map(Duration::ofSeconds).toList());
    }

    @Override
    public QueueDefinition queue(Scope queue, long at) {
        boolean known = !queue.equals(NEW_LINE);
        Duration threshold = queue.equals(SALES) ? Duration.ofSeconds(25) : Duration.ofSeconds(20);
        return new QueueDefinition(
                threshold,
                Duration.ofSeconds(5),
                known ? Optional.of("berlin") : Optional.empty(),
                Zones.always(ZoneOffset.UTC),
                known);
    }

    @Override
    public Optional<String> teamOf(String agent) {
        return Optional.of("red");
    }

    @Override
    public Zones zones(Scope scope) {
        return Zones.always(ZoneOffset.UTC);
    }

    /** Nobody chats at noon. */
    @Override
    public Optional<BusinessHours> hours(Scope scope) {
        return scope.equals(CARE)
                ? Optional.of(new BusinessHours(EVENINGS, Zones.always(ZoneOffset.UTC)))
                : Optional.empty();
    }

    @Override
    public Map<String, Target> targets(Scope scope, long at) {
        return Map.of(
                "service_level", new Target(0.8, 0.05, 0),
                "asa", new Target(20, 5, 0),
                "abandon_rate", new Target(0.05, 0.01, 0));
    }

    @Override
    public Set<Duration> limits() {
        return limits;
    }

    /** Somebody has written down that a limit will hold one day. */
    void learn(Duration limit) {
        Set<Duration> more = new HashSet<>(limits);
        more.add(limit);
        limits = more;
    }

    @Override
    public String version(long at) {
        return "0-fixed";
    }

    /** Three calls answered after 4, 12 and 41 s and one abandoned after 9 s, against 25 s. */
    static Tally fourCalls(Scope scope) {
        Tally tally = new Tally();
        for (long wait : new long[] {4_000, 12_000, 41_000}) {
            count(tally, scope, Measure.OFFERED, 0);
            count(tally, scope, Measure.ANSWERED, wait);
            count(tally, scope, Measure.SERVICE_LEVEL_EVENTS, 0);
            count(tally, scope, Measure.HANDLED, 180_000);
        }
        count(tally, scope, Measure.ANSWERED_IN_TIME, 0);
        count(tally, scope, Measure.ANSWERED_IN_TIME, 0);
        count(tally, scope, Measure.OFFERED, 0);
        count(tally, scope, Measure.ABANDONED, 0);
        count(tally, scope, Measure.ABANDONED_IN_TIME, 0);
        count(tally, scope, Measure.WAITED_AND_ABANDONED, 9_000);
        count(tally, scope, Measure.SERVICE_LEVEL_EVENTS, 0);
        return tally;
    }

    static void count(Tally tally, Scope scope, Measure measure, long value) {
        tally.count(new Fact(scope, measure, 0, 0, value), 1);
    }

    static Live waiting(long contacts, Instant since) {
        return new Live(
                new Live.Stock(contacts, OptionalLong.of(since.toEpochMilli())), Live.Stock.EMPTY, Live.Stock.EMPTY);
    }

    /** The scorecard of the last half hour, by outcome, with the KPIs of the scope's channel. */
    static Scorecard halfHour(Scope scope, Tally tally) {
        return scorecard(scope, "30m", true, tally);
    }

    static Scorecard scorecard(Scope scope, String window, boolean headline, Tally tally) {
        Attribution shown = window.equals("today") ? Attribution.ARRIVAL : Attribution.OUTCOME;
        Attribution other = window.equals("today") ? Attribution.OUTCOME : Attribution.ARRIVAL;
        return new Scorecards(new Center())
                .of(new WindowTally(
                        scope,
                        window,
                        NOON.minus(Duration.ofMinutes(30)).toEpochMilli(),
                        NOON.toEpochMilli(),
                        headline ? shown : other,
                        ZoneOffset.UTC,
                        NOON.toEpochMilli(),
                        0,
                        Optional.empty(),
                        Optional.of(Live.NOTHING),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        tally));
    }

    /** The same with these KPIs alone. */
    static Scorecard only(Scorecard scorecard, String... kpis) {
        return new Scorecard(
                scorecard.scope(),
                scorecard.site(),
                scorecard.team(),
                scorecard.window(),
                scorecard.attribution(),
                scorecard.headline(),
                scorecard.zone(),
                scorecard.asOf(),
                scorecard.revision(),
                scorecard.cause(),
                scorecard.settingsVersion(),
                scorecard.live(),
                scorecard.books(),
                scorecard.completeness(),
                scorecard.open(),
                scorecard.changed(),
                scorecard.lines().stream()
                        .filter(line -> List.of(kpis).contains(line.kpi().id()))
                        .toList());
    }
}
