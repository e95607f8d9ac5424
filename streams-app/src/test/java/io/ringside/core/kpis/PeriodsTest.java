package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Weeks, months and quarters: when they are stated, and what they are after all that may happen. */
final class PeriodsTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Scope ADA = Scope.agent("ada");

    /** A Tuesday. */
    private static final Instant NINE = Instant.parse("2026-03-24T08:00:00Z");

    private static final Instant MONDAY = Instant.parse("2026-03-29T22:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-03-31T22:00:00Z");

    private Stages.Side ledger = side(Set.of(Period.values()), DayOfWeek.MONDAY);

    private static Stages.Side side(Set<Period> periods, DayOfWeek weekStart) {
        WindowPlan plan = new WindowPlan(
                true,
                Duration.ofMinutes(30),
                false,
                Duration.ofSeconds(10),
                Duration.ofDays(8),
                Duration.ofDays(100),
                periods,
                weekStart);
        return new Stages(FixedDefinitions.in(ZoneId.of("Europe/Berlin")), plan, 1).above;
    }

    /** The clock is moved on the Sunday: the week has 167 hours, the month 743, the quarter 2159. */
    @Test
    void aPeriodIsFinalWithItsLastDay() {
        offered(SALES, NINE);

        assertThat(finals(MONDAY.plusSeconds(9))).isEmpty();
        assertThat(finals(MONDAY.plusSeconds(10)))
                .extracting(WindowTally::window, PeriodsTest::hours, WindowTally::revision, PeriodsTest::count)
                .containsExactly(tuple("week", 167L, 1, 1L), tuple("week", 167L, 1, 1L));
        assertThat(finals(APRIL.plusSeconds(10)))
                .filteredOn(window -> window.attribution() == Attribution.ARRIVAL)
                .extracting(WindowTally::window, PeriodsTest::hours, WindowTally::revision, PeriodsTest::count)
                .containsExactly(tuple("month", 743L, 1, 1L), tuple("quarter", 2159L, 1, 1L));
    }

    @Test
    void whatComesLateStatesEveryClosedPeriodAgainThatItLiesIn() {
        offered(SALES, NINE);
        finals(APRIL.plusSeconds(10));

        offered(SALES, NINE.plusSeconds(1));
        offered(SALES, APRIL.minusSeconds(1));

        assertThat(finals(APRIL.plusSeconds(11)))
                .filteredOn(window -> window.attribution() == Attribution.OUTCOME)
                .extracting(WindowTally::window, PeriodsTest::count, WindowTally::revision)
                .as("the week of the other is not over")
                .containsExactlyInAnyOrder(tuple("week", 2L, 2), tuple("month", 3L, 2), tuple("quarter", 3L, 2));
    }

    @Test
    void aQueuesOpenWeekIsStatedWhenAQuarterOfAnHourBegins() {
        offered(SALES, NINE);
        assertThat(open(NINE.plusSeconds(1), SALES))
                .extracting(PeriodsTest::count)
                .containsExactly(1L, 1L, 1L);

        offered(SALES, NINE.plusSeconds(2));
        assertThat(open(NINE.plusSeconds(899), SALES)).isEmpty();
        assertThat(open(NINE.plusSeconds(900), SALES))
                .extracting(WindowTally::window, PeriodsTest::count)
                .containsExactly(tuple("week", 2L), tuple("month", 2L), tuple("quarter", 2L));
        assertThat(open(NINE.plusSeconds(1800), SALES))
                .as("nothing has changed")
                .isEmpty();
    }

    @Test
    void anAgentsOpenWeekIsStatedWhenADayBegins() {
        offered(ADA, NINE);
        open(NINE.plusSeconds(1), ADA);
        offered(ADA, NINE.plusSeconds(2));

        assertThat(open(NINE.plusSeconds(9_000), ADA)).isEmpty();
        assertThat(open(NINE.plus(Duration.ofHours(15)).minusMillis(1), ADA)).isEmpty();
        assertThat(open(NINE.plus(Duration.ofHours(15)), ADA))
                .as("midnight in Berlin")
                .extracting(PeriodsTest::count)
                .containsExactly(2L, 2L, 2L);
        assertThat(open(MONDAY, ADA))
                .as("the new week is empty, once")
                .extracting(WindowTally::window, PeriodsTest::count)
                .containsExactly(tuple("week", 0L));
    }

    @Test
    void aRestartStatesThemAnewAndLosesNothing() {
        offered(SALES, NINE);
        finals(NINE.plus(Duration.ofDays(2)));
        offered(SALES, NINE.plus(Duration.ofDays(2)));

        ledger.restart();

        assertThat(open(NINE.plus(Duration.ofDays(2)).plusSeconds(1), SALES))
                .extracting(PeriodsTest::count)
                .containsExactly(2L, 2L, 2L);
    }

    @Test
    void aWeekThatBeginsOnAnotherDayAfterARestartIsAddedUpAnew() {
        ledger = side(Set.of(Period.WEEK), DayOfWeek.MONDAY);
        Instant sunday = MONDAY.minusSeconds(3_600);
        offered(SALES, NINE);
        finals(MONDAY.minusSeconds(7_200));
        offered(SALES, sunday);
        finals(MONDAY.plus(Duration.ofDays(1)));
        Stages.Side sundays = side(Set.of(Period.values()), DayOfWeek.SUNDAY);
        sundays.stores = ledger.stores.copy();
        sundays.start();
        ledger = sundays;

        offered(SALES, MONDAY.plus(Duration.ofDays(1)));

        assertThat(open(MONDAY.plus(Duration.ofDays(1)).plusSeconds(1), SALES))
                .extracting(WindowTally::window, PeriodsTest::count)
                .containsExactly(tuple("week", 2L), tuple("month", 3L), tuple("quarter", 3L));
    }

    @Test
    void aPeriodIsForgottenWithItsLastDay() {
        offered(SALES, NINE);
        finals(APRIL.plusSeconds(10));
        offered(SALES, NINE);
        finals(APRIL.plusSeconds(11));

        finals(APRIL.plus(Duration.ofDays(98)));
        assertThat(ledger.stores.kept.pages.keySet()).extracting(PageKey::grain).contains(Grain.QUARTER);
        finals(APRIL.plus(Duration.ofDays(101)));
        assertThat(ledger.stores.kept.pages).isEmpty();
        assertThat(ledger.stores.remembered()).isZero();
    }

    private void offered(Scope scope, Instant at) {
        ledger.add(new Posting(new Fact(scope, Measure.OFFERED, at.toEpochMilli(), at.toEpochMilli(), 0), 1));
    }

    private List<WindowTally> finals(Instant moment) {
        return stated(moment, window -> window.revision() > 0);
    }

    private List<WindowTally> open(Instant moment, Scope scope) {
        return stated(
                moment,
                window -> window.revision() == 0
                        && window.scope().equals(scope)
                        && window.attribution() == Attribution.OUTCOME);
    }

    /** The periods that are stated as time comes to a moment. */
    private List<WindowTally> stated(Instant moment, Predicate<WindowTally> which) {
        ledger.advance(moment.toEpochMilli(), false);
        return ledger.takeStated().stream()
                .filter(window -> Set.of("week", "month", "quarter").contains(window.window()))
                .filter(which)
                .toList();
    }

    private static long hours(WindowTally window) {
        return Duration.ofMillis(window.end() - window.start()).toHours();
    }

    private static long count(WindowTally window) {
        return window.tally().count(Measure.OFFERED);
    }
}
