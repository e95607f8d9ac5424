package io.ringside.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ringside.oracle.Clock;
import io.ringside.oracle.Figure;
import io.ringside.oracle.Oracle;
import io.ringside.oracle.Rules;
import io.ringside.oracle.Scope;
import io.ringside.oracle.Window;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;

/** Holds published scorecards against the oracle, at one moment, and reports what differs. */
public final class Judge {
    private static final Map<String, Duration> ROLLING = Map.of(
            "5m", Duration.ofMinutes(5),
            "15m", Duration.ofMinutes(15),
            "30m", Duration.ofMinutes(30),
            "60m", Duration.ofMinutes(60));

    private static final List<String> OPEN =
            List.of("5m", "15m", "30m", "60m", "interval", "previous_interval", "today");
    /** Windows longer than a day: they are stated now and then, and say nothing of what is open. */
    private static final List<String> PERIODS = List.of("week", "month", "quarter");

    private static final List<String> ATTRIBUTIONS = List.of("outcome", "arrival");

    private final Oracle oracle;
    private final Rules rules;
    private final long now;
    private final Consumer<String> differences;
    private long compared;

    /** Four agents at most, in hours. */
    private static final double TEN_SECONDS_EACH = 4 * 10 / 3600.0;

    /**
     * @param now how far time has come, epoch milliseconds
     * @param differences told of each difference, in words
     */
    public Judge(Oracle oracle, Rules rules, long now, Consumer<String> differences) {
        this.oracle = oracle;
        this.rules = rules;
        this.now = now;
        this.differences = differences;
    }

    /** How many figures were held against the oracle's. */
    public long compared() {
        return compared;
    }

    /** The last revision of each closed window, by its key. */
    public void judgeFinals(Map<String, Scorecard> finals) {
        finals.forEach((key, card) -> {
            Scope scope = scope(card);
            boolean isTotal = card.getWindow().equals("total");
            Window window = isTotal ? Window.ALL_TIME : window(card);
            if (!isTotal) {
                mustBe(key, "window", due(card, card.getWindowStart().toEpochMilli()), window);
            }
            mustBe(key, "final", true, card.getFinal$());
            judge(key, card, oracle.closed(scope, window, byArrival(card)));
            judgeBooks(key, card, scope, window);
        });
    }

    /** The books balance, and by arrival it is said how much is known. */
    private void judgeBooks(String key, Scorecard card, Scope scope, Window window) {
        boolean hasQueues = !List.of("agent", "team").contains(scope.kind()) && !"ticket".equals(card.getChannel());
        if (byArrival(card)) {
            OptionalDouble expected = oracle.completeness(scope, window);
            Double share = expected.isPresent() ? expected.getAsDouble() : null;
            mustBe(key, "completeness", share, card.getCompleteness());
        } else if (hasQueues) {
            Oracle.Books books = oracle.books(scope, window);
            mustBe(key, "residual of the oracle", 0L, books.residual());
            mustBe(key, "waiting at start", books.atStart(), card.getWaitingAtStart());
            mustBe(key, "waiting at end", books.atEnd(), card.getWaitingAtEnd());
            mustBe(key, "residual", 0L, card.getResidual());
        } else {
            mustBe(key, "residual", null, card.getResidual());
        }
    }

    /** Every window that is over and in which something happened was published, in both attributions. */
    public void judgeThatAllIsThere(Set<String> finals, long closedUntil) {
        for (Scope scope : oracle.scopes()) {
            oracle.intervals(scope).forEach(window -> isThere(finals, scope, "interval", window, closedUntil));
            oracle.days(scope).forEach(window -> isThere(finals, scope, "day", window, closedUntil));
            oracle.weeks(scope).forEach(window -> isThere(finals, scope, "week", window, closedUntil));
            oracle.months(scope).forEach(window -> isThere(finals, scope, "month", window, closedUntil));
            oracle.quarters(scope).forEach(window -> isThere(finals, scope, "quarter", window, closedUntil));
        }
    }

    private void isThere(Set<String> finals, Scope scope, String id, Window window, long closedUntil) {
        for (String attribution : ATTRIBUTIONS) {
            String key = scope + "|" + id + "|" + attribution + "|" + Instant.ofEpochMilli(window.start());
            if (window.end() <= closedUntil
                    && !finals.contains(key)
                    && isMissed(scope, oracle.closed(scope, window, attribution.equals("arrival")))) {
                differences.accept(key + " was not published");
            }
        }
    }

    /** What a reader sees of open windows, whether or not it was stated again just now. */
    public void judgeOpen(Map<String, Scorecard> open) {
        for (Scope scope : oracle.scopes()) {
            for (String attribution : ATTRIBUTIONS) {
                for (String id : OPEN) {
                    String key = scope + "|" + id + "|" + attribution;
                    if (!open.containsKey(key)) {
                        Map<String, Figure> expected =
                                oracle.open(scope, due(scope, id, now), attribution.equals("arrival"));
                        if (isMissed(scope, expected)) {
                            differences.accept("%s is not published as of %s, expected %s"
                                    .formatted(key, Instant.ofEpochMilli(now), expected));
                        }
                    }
                }
            }
        }
        open.forEach((key, card) -> {
            if (PERIODS.contains(card.getWindow())) {
                if (card.getAsOf().toEpochMilli() == now) {
                    judgePeriod(key, card);
                }
                return;
            }
            boolean reachesUntilNow = !card.getWindow().equals("previous_interval");
            Scope scope = scope(card);
            Window window = due(card, now);
            if (card.getAsOf().toEpochMilli() == now) {
                mustBe(key, "window", window, window(card));
            }
            judge(
                    key,
                    card,
                    reachesUntilNow
                            ? oracle.open(scope, window, byArrival(card))
                            : oracle.closed(scope, window, byArrival(card)));
            judgeBooks(key, card, scope, window);
            if (reachesUntilNow) {
                mustBe(key, "that it is open", rules.isOpen(scope, now), card.getOpen());
                judgeStock(key, card, oracle.stock(scope));
            }
        });
    }

    /** What a reader sees of weeks, months and quarters once nothing has changed for a day. */
    public void judgePeriods(Map<String, Scorecard> open) {
        for (Scope scope : oracle.scopes()) {
            for (String id : PERIODS) {
                for (String attribution : ATTRIBUTIONS) {
                    String key = scope + "|" + id + "|" + attribution;
                    Map<String, Figure> expected =
                            oracle.soFar(scope, due(scope, id, now), attribution.equals("arrival"), false);
                    if (open.containsKey(key)) {
                        judgePeriod(key, open.get(key));
                    } else if (isMissed(scope, expected)) {
                        differences.accept(key + " is not published");
                    }
                }
            }
        }
    }

    private void judgePeriod(String key, Scorecard card) {
        Window window = due(card, now);
        mustBe(key, "window", window, window(card));
        mustBe(key, "that it says who waits", false, card.getWaiting() != null);
        boolean isStatedNow = card.getAsOf().toEpochMilli() == now;
        judge(key, card, oracle.soFar(scope(card), window, byArrival(card), isStatedNow));
    }

    /** Empty windows of agents are not published. */
    private static boolean isMissed(Scope scope, Map<String, Figure> expected) {
        return !scope.kind().equals("agent") || expected.values().stream().anyMatch(Judge::saysSomething);
    }

    private static boolean saysSomething(Figure figure) {
        double notOverYet = figure.exact() == Figure.Precision.TEN_SECONDS ? TEN_SECONDS_EACH : 0;
        return Stream.of(figure.value(), figure.numerator()).anyMatch(number -> number != null && number != 0)
                || (figure.denominator() != null && figure.denominator() > notOverYet);
    }

    private void judgeStock(String key, Scorecard card, Oracle.Stock expected) {
        Oracle.Stock published = new Oracle.Stock(
                card.getWaiting(),
                millis(card.getOldestWaitingSince()),
                card.getBacklog(),
                millis(card.getOldestOpenSince()));
        mustBe(key, "stock", expected, published);
    }

    private void mustBe(String key, String what, Object expected, Object published) {
        compared++;
        if (!Objects.equals(published, expected)) {
            differences.accept("%s: %s published %s, expected %s".formatted(key, what, published, expected));
        }
    }

    private static OptionalLong millis(Instant moment) {
        return moment == null ? OptionalLong.empty() : OptionalLong.of(moment.toEpochMilli());
    }

    private void judge(String key, Scorecard card, Map<String, Figure> expected) {
        Map<String, KpiValue> published = new HashMap<>();
        card.getKpis().forEach(kpi -> published.put(kpi.getId(), kpi));
        mustBe(key, "KPIs", expected.keySet(), published.keySet());
        expected.forEach((id, figure) -> {
            KpiValue kpi = published.get(id);
            compared++;
            if (kpi != null && !agrees(figure, kpi)) {
                differences.accept("%s, revision %d, %s as of %s:\npublished %s of %s / %s\nexpected  %s of %s / %s"
                        .formatted(
                                key,
                                card.getRevision(),
                                id,
                                Instant.ofEpochMilli(now),
                                kpi.getValue(),
                                kpi.getNumerator(),
                                kpi.getDenominator(),
                                figure.value(),
                                figure.numerator(),
                                figure.denominator()));
            }
        });
    }

    private static boolean agrees(Figure figure, KpiValue kpi) {
        return switch (figure.exact()) {
            case EXACT ->
                same(figure.numerator(), kpi.getNumerator(), 0)
                        && same(figure.denominator(), kpi.getDenominator(), 0)
                        && same(figure.value(), kpi.getValue(), 1e-9);
            case PERCENT ->
                kpi.getNumerator() == null
                        && same(figure.denominator(), kpi.getDenominator(), 0)
                        && same(
                                figure.value(),
                                kpi.getValue(),
                                0.01 * (figure.value() == null ? 0 : figure.value()) + 0.001);
            case THOUSANDTHS ->
                same(figure.denominator(), kpi.getDenominator(), 0)
                        && same(figure.numerator(), kpi.getNumerator(), 0.0005 * figure.denominator() + 1e-9)
                        && same(figure.value(), kpi.getValue(), 0.0005 + 1e-9);
            case TEN_SECONDS ->
                same(figure.numerator(), kpi.getNumerator(), 0)
                        && same(figure.denominator(), kpi.getDenominator(), TEN_SECONDS_EACH);
            case SOME_WHILE_AGO ->
                same(figure.numerator(), kpi.getNumerator(), 0)
                        && kpi.getDenominator() <= figure.denominator() + TEN_SECONDS_EACH;
        };
    }

    private static boolean same(Double expected, Double actual, double within) {
        if (expected == null || actual == null) {
            return expected == null && actual == null;
        }
        return Math.abs(expected - actual) <= within;
    }

    /** The window that a scorecard's id stands for, around a moment. */
    private Window due(Scorecard card, long at) {
        return due(scope(card), card.getWindow(), at);
    }

    private Window due(Scope scope, String id, long at) {
        Clock clock = rules.clock(scope);
        return switch (id) {
            case "interval" -> Window.interval(at, rules.interval(), clock);
            case "previous_interval" ->
                Window.interval(Window.interval(at, rules.interval(), clock).start() - 1, rules.interval(), clock);
            case "day", "today" -> Window.day(at, clock);
            case "week" -> Window.week(at, clock);
            case "month" -> Window.month(at, clock);
            case "quarter" -> Window.quarter(at, clock);
            default ->
                Window.rolling(at, ROLLING.get(id), id.equals("5m") ? Duration.ofSeconds(10) : Duration.ofMinutes(1));
        };
    }

    private static Window window(Scorecard card) {
        return new Window(
                card.getWindowStart().toEpochMilli(), card.getWindowEnd().toEpochMilli());
    }

    private static boolean byArrival(Scorecard card) {
        return card.getAttribution() == Attribution.ARRIVAL;
    }

    private static Scope scope(Scorecard card) {
        return switch (card.getScope()) {
            case QUEUE -> new Scope("queue", card.getChannel(), card.getQueue());
            case CHANNEL -> new Scope("channel", card.getChannel(), card.getChannel());
            case SITE -> new Scope("site", "", card.getSite());
            case ALL -> new Scope("all", "", "");
            case AGENT -> new Scope("agent", "", card.getAgent());
            case TEAM -> new Scope("team", "", card.getTeam());
            default -> throw new IllegalArgumentException(card.getScope().name().toLowerCase(Locale.ROOT));
        };
    }
}
