package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Cause;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class ClosingTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final WindowPlan PLAN = new WindowPlan(
            true,
            Duration.ofMinutes(30),
            true,
            Duration.ofSeconds(10),
            Duration.ofHours(6),
            Duration.ofDays(3),
            Set.of(),
            DayOfWeek.MONDAY);

    private final Stages.Side ledger = new Stages(FixedDefinitions.in(ZoneId.of("UTC")), PLAN, 1).above;

    @Test
    void anIntervalIsFinalOnceItIsOverAndTheTimeForLateEventsHasPassed() {
        offeredAt(NINE.plusSeconds(60));

        assertThat(closedAt(NINE.plusSeconds(1809))).isEmpty();
        assertThat(closedAt(NINE.plusSeconds(1810)))
                .extracting(WindowTally::window, WindowTally::revision, window -> window.tally()
                        .count(Measure.OFFERED))
                .containsExactly(tuple("interval", 1, 1L), tuple("interval", 1, 1L));
        assertThat(closedAt(NINE.plusSeconds(1900))).isEmpty();
    }

    @Test
    void aQuietQueueClosesItsIntervalsAllTheSame() {
        offeredAt(NINE.plusSeconds(60));

        assertThat(closedAt(NINE.plus(Duration.ofHours(3)).plusSeconds(10)))
                .filteredOn(window -> window.attribution() == Attribution.OUTCOME)
                .extracting(window -> window.tally().count(Measure.OFFERED))
                .containsExactly(1L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void whatComesLateRestatesAClosedIntervalOnceABeat() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plusSeconds(1900));

        offeredAt(NINE.plusSeconds(70));
        offeredAt(NINE.plusSeconds(80));
        assertThat(closedAt(NINE.plusSeconds(1901)))
                .filteredOn(window -> window.attribution() == Attribution.OUTCOME)
                .extracting(WindowTally::revision, window -> window.cause().orElse(""), window -> window.tally()
                        .count(Measure.OFFERED))
                .containsExactly(tuple(2, "late event", 3L));
        assertThat(closedAt(NINE.plusSeconds(1902))).isEmpty();
    }

    @Test
    void whatBecomesOfThoseWhoCameIsNoLateEventAndChangesNothingByOutcome() {
        offeredAt(NINE.plusSeconds(1790));
        closedAt(NINE.plusSeconds(1815));

        Instant at = NINE.plusSeconds(1816);
        long came = NINE.plusSeconds(1790).toEpochMilli();
        ledger.add(new Posting(new Fact(SALES, Measure.ANSWERED, at.toEpochMilli(), came, 26_000), 1));

        assertThat(closedAt(NINE.plusSeconds(1817)))
                .extracting(WindowTally::attribution, WindowTally::revision, window -> window.cause()
                        .orElse(""))
                .containsExactly(tuple(Attribution.ARRIVAL, 2, "outcome"));
    }

    @Test
    void whatNoFigureShowsIsNotStatedAgain() {
        offeredAt(NINE.plusSeconds(60));
        ledger.add(new Posting(flowedOut(Measure.FLOWED_OUT_SILENCE), 1));
        closedAt(NINE.plusSeconds(1900));

        ledger.add(new Posting(flowedOut(Measure.FLOWED_OUT_SILENCE), -1, Cause.CORRECTION));
        ledger.add(new Posting(flowedOut(Measure.FLOWED_OUT_SNAPSHOT), 1, Cause.CORRECTION));
        assertThat(closedAt(NINE.plusSeconds(1901))).isEmpty();
    }

    private static Fact flowedOut(Measure reason) {
        long at = NINE.plusSeconds(90).toEpochMilli();
        return new Fact(SALES, reason, at, at, 0);
    }

    @Test
    void severalCausesAreNamedTogetherAndWhatWasStatedIsKept() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plusSeconds(1900));

        offeredAt(NINE.plusSeconds(70));
        ledger.add(new Posting(offered(NINE.plusSeconds(60)), -1, Cause.CORRECTION));
        ledger.add(new Posting(offered(NINE.plusSeconds(80)), 1, Cause.CORRECTION));

        assertThat(closedAt(NINE.plusSeconds(1901)))
                .extracting(
                        window -> window.cause().orElse(""),
                        window -> window.before().orElseThrow().tally().unpack().count(Measure.OFFERED))
                .containsExactly(tuple("late event, correction", 1L), tuple("late event, correction", 1L));
    }

    @Test
    void whatComesForAnIntervalThatIsKeptNoLongerRestatesNothing() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plus(Duration.ofHours(8)));

        offeredAt(NINE.plusSeconds(60));

        assertThat(closedAt(NINE.plus(Duration.ofHours(8)).plusSeconds(1))).isEmpty();
    }

    @Test
    void whatTimePassesByAtOnceIsStatedWholeAndThenForgotten() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plusSeconds(61));

        assertThat(closedAt(NINE.plus(Duration.ofDays(9))))
                .filteredOn(window ->
                        window.start() == NINE.toEpochMilli() || window.window().equals("day"))
                .extracting(WindowTally::window, window -> window.tally().count(Measure.OFFERED))
                .contains(tuple("interval", 1L), tuple("day", 1L))
                .doesNotContain(tuple("interval", 0L));
        assertThat(ledger.stores.kept.pages).isEmpty();
    }

    @Test
    void anIntervalIsStatedAgainAsLongAsTheQuarterIsKeptThatChanges() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plusSeconds(15 * 60).plus(Duration.ofHours(6)));

        offeredAt(NINE.plusSeconds(20 * 60));

        assertThat(closedAt(NINE.plusSeconds(15 * 60 + 1).plus(Duration.ofHours(6))))
                .extracting(WindowTally::window, WindowTally::revision, window -> window.tally()
                        .count(Measure.OFFERED))
                .containsExactly(tuple("interval", 2, 2L), tuple("interval", 2, 2L));
    }

    @Test
    void aRestartBetweenALateEventAndTheBeatLosesNoRestatement() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plusSeconds(1900));
        offeredAt(NINE.plusSeconds(70));

        ledger.restart();

        assertThat(closedAt(NINE.plusSeconds(1901)))
                .extracting(WindowTally::revision)
                .containsExactly(2, 2);
        ledger.restart();
        assertThat(closedAt(NINE.plusSeconds(1902))).isEmpty();
    }

    @Test
    void whatCameAndWasTakenBackWithinABeatRestatesNothing() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plusSeconds(1900));

        offeredAt(NINE.plusSeconds(70));
        ledger.add(new Posting(offered(NINE.plusSeconds(70)), -1));

        assertThat(closedAt(NINE.plusSeconds(1901))).isEmpty();
    }

    @Test
    void atTheLastBeatWhatHasBegunClosesToo() {
        offeredAt(NINE.plusSeconds(60));

        ledger.advance(NINE.plusSeconds(90).toEpochMilli(), true);

        assertThat(ledger.takeStated())
                .filteredOn(window -> window.revision() == 1 && window.attribution() == Attribution.ARRIVAL)
                .extracting(WindowTally::window, window -> window.tally().count(Measure.OFFERED))
                .containsExactly(tuple("interval", 1L), tuple("day", 1L), tuple("total", 1L));
    }

    @Test
    void whatIsKeptNoLongerIsForgottenWithItsRevisions() {
        offeredAt(NINE.plusSeconds(60));
        closedAt(NINE.plusSeconds(1900));
        offeredAt(NINE.plusSeconds(70));
        closedAt(NINE.plusSeconds(1901));
        assertThat(ledger.stores.remembered()).isEqualTo(2);

        closedAt(NINE.plus(Duration.ofHours(7)));

        assertThat(ledger.stores.remembered()).isZero();
        assertThat(ledger.stores.recent.pages).isEmpty();
        assertThat(ledger.stores.kept.pages.keySet()).extracting(PageKey::grain).containsOnly(Grain.DAY);
        closedAt(NINE.plus(Duration.ofDays(4)));
        assertThat(ledger.stores.kept.pages).isEmpty();
        assertThat(ledger.ledger.totals(SALES).count(Measure.OFFERED)).isEqualTo(2);
    }

    private void offeredAt(Instant at) {
        ledger.add(new Posting(offered(at), 1));
    }

    private static Fact offered(Instant at) {
        return new Fact(SALES, Measure.OFFERED, at.toEpochMilli(), at.toEpochMilli(), 0);
    }

    private List<WindowTally> closedAt(Instant moment) {
        ledger.advance(moment.toEpochMilli(), false);
        return ledger.takeStated().stream()
                .filter(window -> window.revision() > 0)
                .toList();
    }
}
