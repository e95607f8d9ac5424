package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ringside.core.alerts.AlertRule;
import io.ringside.core.alerts.Episode;
import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.definitions.Unchanging;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;
import io.ringside.core.kpis.WindowTally;
import io.ringside.core.scorecards.Scorecards;
import io.ringside.schemas.alerts.Alert;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.topology.state.EpisodeCodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Service level against a target of 80 %, resolved 5 % above it, held for a minute, from 20 contacts on. */
final class ScorecardsToAlertsTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Scorecards SCORECARDS =
            new Scorecards(new FixedDefinitions(ZoneOffset.UTC, Map.of("service_level", new Target(0.80, 0.05, 0))));

    private final KeyValueStore<String, Episode> episodes = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("episodes"), Serdes.String(), EpisodeCodec.EPISODES.serde())
            .withLoggingDisabled()
            .build();
    private final MockProcessorContext<String, Alert> context = new MockProcessorContext<>();
    private ScorecardsToAlerts arrow;
    private Instant now = NINE;
    private Optional<Boolean> open = Optional.empty();

    @BeforeEach
    void start() {
        episodes.init(context.getStateStoreContext(), episodes);
        restart();
    }

    /** A new task on the same store. */
    private void restart() {
        Settings settings = Center.settings(
                Unchanging.current(FixedDefinitions.UTC),
                new AlertRule.ServiceLevel("15m", 20, Duration.ofMinutes(1), 0.05),
                new AlertRule.LongestWait(Duration.ofMinutes(3), Duration.ZERO, Duration.ofMinutes(1)));
        arrow = new ScorecardsToAlerts("episodes", settings);
        arrow.init(context);
    }

    @Test
    void anAlertOpensOnceTheBreachHasLastedForItsHold() {
        assertThat(serviceLevel(70)).isEmpty();
        assertThat(after(59).serviceLevel(69)).isEmpty();

        List<Alert> alerts = after(1).serviceLevel(71);

        assertThat(alerts).hasSize(1);
        Alert alert = alerts.get(0);
        assertThat(alert.getState()).hasToString("OPEN");
        assertThat(alert.getAlertId()).isEqualTo("queue/voice/sales|service_level|2026-11-02T09:00:00Z");
        assertThat(alert.getBreachedAt()).isEqualTo(NINE);
        assertThat(alert.getValue()).isEqualTo(0.71);
        assertThat(alert.getWorst()).isEqualTo(0.69);
        assertThat(alert.getLimit()).isEqualTo(0.80);
        assertThat(alert.getVolume()).isEqualTo(100);
        assertThat(alert.getText()).isEqualTo("service level 71.0 % of 100 contacts in the last 15m, target 80.0 %");
    }

    @Test
    void theHoldPassesWhileTheFigureStaysTheSame() {
        assertThat(serviceLevel(70)).isEmpty();
        assertThat(after(60).watermark()).extracting(this::state).containsExactly("OPEN");
    }

    @Test
    void aBreachThatEndsWithinItsHoldIsNoAlert() {
        serviceLevel(70);
        assertThat(after(30).serviceLevel(80)).isEmpty();
        assertThat(after(31).serviceLevel(70)).isEmpty();
        assertThat(after(59).watermark()).isEmpty();
        assertThat(after(1).watermark()).extracting(this::state).containsExactly("OPEN");
    }

    @Test
    void anAlertDoesNotFlapAroundItsLimit() {
        open();
        for (int i = 0; i < 20; i++) {
            assertThat(after(61).serviceLevel(i % 2 == 0 ? 84 : 79)).isEmpty();
        }
        assertThat(after(61).serviceLevel(85)).isEmpty();
        assertThat(after(30).serviceLevel(84)).as("recovering no more").isEmpty();
        assertThat(after(61).serviceLevel(85)).isEmpty();
        assertThat(after(60).watermark()).extracting(this::state).containsExactly("RESOLVED");
    }

    @Test
    void whatGetsWorseIsToldOnceAMinute() {
        open();
        assertThat(after(59).serviceLevel(60)).isEmpty();
        assertThat(after(1).serviceLevel(62)).extracting(Alert::getWorst).containsExactly(0.60);
        assertThat(after(60).serviceLevel(61)).isEmpty();
        assertThat(after(60).serviceLevel(59)).extracting(this::state).containsExactly("UPDATED");
    }

    @Test
    void oneEpisodeKeepsItsIdAndTheNextHasAnother() {
        String first = open().getAlertId();
        assertThat(after(61).serviceLevel(50)).extracting(Alert::getAlertId).containsExactly(first);
        after(1).serviceLevel(90);
        assertThat(after(60).serviceLevel(90)).extracting(Alert::getAlertId).containsExactly(first);

        after(1);
        assertThat(open().getAlertId()).isNotEqualTo(first);
    }

    @Test
    void aClosedQueueOpensNoAlert() {
        open = Optional.of(false);
        assertThat(serviceLevel(70)).isEmpty();
        assertThat(after(60).serviceLevel(70)).isEmpty();
        assertThat(waitingSince(now.minusSeconds(900))).isEmpty();

        open = Optional.of(true);
        assertThat(serviceLevel(70)).as("the hold begins with the day").isEmpty();
        assertThat(after(60).watermark()).extracting(this::state).containsExactly("OPEN");
    }

    @Test
    void anOpenAlertIsResolvedWhenItsQueueCloses() {
        open();
        after(10);
        open = Optional.of(false);

        assertThat(serviceLevel(70))
                .extracting(this::state, Alert::getText)
                .containsExactly(tuple(
                        "RESOLVED", "closed; service level 70.0 % of 100 contacts in the last 15m, target 80.0 %"));
        assertThat(after(600).watermark()).isEmpty();
    }

    @Test
    void fewerContactsThanTheMinimumAreNotJudged() {
        assertThat(serviceLevel(1, 19)).isEmpty();
        assertThat(after(120).serviceLevel(1, 19)).isEmpty();
        assertThat(serviceLevel(1, 20)).isEmpty();
        assertThat(after(60).serviceLevel(1, 20)).extracting(this::state).containsExactly("OPEN");
    }

    @Test
    void aQuietQueueResolvesItsAlert() {
        open();
        after(1).serviceLevel(0, 0);
        assertThat(after(60).watermark()).extracting(Alert::getText).containsExactly("no contacts in the last 15m");
    }

    @Test
    void aRestartNeitherRepeatsNorForgetsAnAlert() {
        String id = open().getAlertId();
        restart();
        assertThat(after(1).serviceLevel(70)).isEmpty();
        assertThat(after(1).serviceLevel(85)).isEmpty();
        restart();
        after(1).serviceLevel(85);
        assertThat(after(59).serviceLevel(85)).extracting(Alert::getAlertId).containsExactly(id);
        assertThat(episodes.approximateNumEntries()).isZero();
    }

    @Test
    void aLongWaitIsToldAtOnceAndResolvedWhenNobodyWaitsLong() {
        assertThat(waitingSince(NINE.minusSeconds(180))).isEmpty();
        assertThat(after(1).waitingSince(NINE.minusSeconds(180)))
                .extracting(this::state, Alert::getText)
                .containsExactly(tuple("OPEN", "1 waiting, the longest for 181 s, limit 180 s"));
        assertThat(after(1).waitingSince(now.minusSeconds(61))).isEmpty();
        assertThat(after(1).waitingSince(now.minusSeconds(60)))
                .extracting(this::state)
                .containsExactly("RESOLVED");
    }

    private Alert open() {
        serviceLevel(70);
        return after(60).serviceLevel(70).get(0);
    }

    private String state(Alert alert) {
        return alert.getState().name();
    }

    private ScorecardsToAlertsTest after(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    private List<Alert> serviceLevel(int percent) {
        return serviceLevel(percent, 100);
    }

    private List<Alert> serviceLevel(int inTime, int of) {
        Tally tally = new Tally();
        tally.count(new Fact(SALES, Measure.ANSWERED_IN_TIME, 0, 0, 0), inTime);
        tally.count(new Fact(SALES, Measure.SERVICE_LEVEL_EVENTS, 0, 0, 0), of);
        return see("15m", tally, Live.NOTHING);
    }

    private List<Alert> waitingSince(Instant since) {
        Live.Stock waiting = new Live.Stock(1, OptionalLong.of(since.toEpochMilli()));
        return see("5m", new Tally(), new Live(waiting, Live.Stock.EMPTY, Live.Stock.EMPTY));
    }

    private List<Alert> see(String window, Tally tally, Live live) {
        long asOf = now.toEpochMilli();
        WindowTally read = new WindowTally(
                SALES,
                window,
                asOf - 1,
                asOf,
                Attribution.OUTCOME,
                ZoneOffset.UTC,
                asOf,
                0,
                Optional.empty(),
                Optional.of(live),
                Optional.empty(),
                open,
                Optional.empty(),
                tally);
        arrow.process(new Record<>("", SCORECARDS.of(read), asOf));
        return watermark();
    }

    private List<Alert> watermark() {
        arrow.process(new Record<>("", new Watermark("kpis", 0, now, now), now.toEpochMilli()));
        List<Alert> alerts = new ArrayList<>();
        context.forwarded().forEach(forwarded -> alerts.add(forwarded.record().value()));
        context.resetForwards();
        return alerts;
    }
}
