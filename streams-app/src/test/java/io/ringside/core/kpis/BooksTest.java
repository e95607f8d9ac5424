package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;

/** A caller who comes at 9:10, waits over a quarter and is answered at 9:20: what becomes of the books if a part is lost. */
final class BooksTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final long CAME_AT = NINE.plus(Duration.ofMinutes(10)).toEpochMilli();
    private static final WindowPlan PLAN = new WindowPlan(
            true,
            Duration.ofMinutes(15),
            false,
            Duration.ofSeconds(10),
            Duration.ofDays(8),
            Duration.ofDays(100),
            Set.of(),
            DayOfWeek.MONDAY);
    private static final Posting CAME = happened(Measure.OFFERED, 10);
    private static final Posting WAITED_OVER = happened(Measure.WAITED_OVER, 15);
    private static final Posting ANSWERED = happened(Measure.ANSWERED, 20);

    private static Posting happened(Measure measure, int minute) {
        long at = NINE.plus(Duration.ofMinutes(minute)).toEpochMilli();
        return new Posting(new Fact(SALES, measure, at, CAME_AT, 0), 1);
    }

    /** The books of the intervals from nine to half past. */
    private static List<Books> intervals(Posting... postings) {
        return stated(31, "interval", 1, postings);
    }

    /** The books of today, at a quarter past nine and a minute. */
    private static List<Books> today(Posting... postings) {
        return stated(16, "today", 0, postings);
    }

    private static List<Books> stated(int minute, String id, int revision, Posting... postings) {
        Ledger ledger = new Ledger(new MapStores().asLedgerStores(), FixedDefinitions.UTC, PLAN);
        Batches batches = new Batches(PLAN.finest().millis());
        batches.post(List.of(postings));
        batches.drain(ledger::add);
        List<Books> books = new ArrayList<>();
        ledger.advance(NINE.plus(Duration.ofMinutes(minute)).toEpochMilli(), false, scope -> {}, window -> {
            if (window.window().equals(id)
                    && window.revision() == revision
                    && window.attribution() == Attribution.OUTCOME) {
                books.add(window.books().orElseThrow());
            }
        });
        return books;
    }

    @Test
    void whoWaitsOverAQuarterIsAtTheEndOfOneIntervalAndAtTheStartOfTheNext() {
        assertThat(intervals(CAME, WAITED_OVER, ANSWERED)).containsExactly(new Books(0, 1, 0), new Books(1, 0, 0));
    }

    @Test
    void anAnswerThatIsLostLeavesAResidual() {
        assertThat(intervals(CAME, WAITED_OVER)).containsExactly(new Books(0, 1, 0), new Books(1, 0, 1));
    }

    @Test
    void anAnswerThatCountsTwiceLeavesAResidual() {
        assertThat(intervals(CAME, WAITED_OVER, ANSWERED, ANSWERED))
                .containsExactly(new Books(0, 1, 0), new Books(1, 0, -1));
    }

    @Test
    void anArrivalThatIsLostLeavesAResidual() {
        assertThat(intervals(WAITED_OVER, ANSWERED)).contains(new Books(1, 0, 0));
        assertThat(intervals(CAME, ANSWERED)).containsExactly(new Books(0, 0, 1), new Books(0, 0, -1));
    }

    @Test
    void aCallerWhoIsForgottenAmongThoseWhoWaitLeavesAResidual() {
        Posting waits = happened(Measure.WAITING, 10);
        assertThat(today(CAME, WAITED_OVER, waits)).containsExactly(new Books(0, 1, 0));
        assertThat(today(CAME, WAITED_OVER)).containsExactly(new Books(0, 0, 1));
    }
}
