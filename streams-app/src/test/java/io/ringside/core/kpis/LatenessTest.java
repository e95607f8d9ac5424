package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Cause;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;
import io.ringside.core.kpis.Lateness.TooLate;

import static org.assertj.core.api.Assertions.assertThat;

final class LatenessTest {
    private static final Scope MAIL = Scope.queue(Channel.TICKET, "mail");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final WindowPlan EIGHT_DAYS = new WindowPlan(
            true,
            Duration.ofMinutes(30),
            false,
            Duration.ofSeconds(10),
            Duration.ofDays(8),
            Duration.ofDays(100),
            Set.of(),
            DayOfWeek.MONDAY);
    private static final Instant KEPT_SINCE = NOON.minus(Duration.ofDays(8));

    private final Lateness lateness = new Lateness(FixedDefinitions.in(ZoneId.of("Europe/Berlin")), EIGHT_DAYS);

    @Test
    void whatTheQuarterIsKeptOfIsNotTooLate() {
        assertThat(of(solved(KEPT_SINCE, KEPT_SINCE, Cause.LATE_EVENT)).isEmpty())
                .isTrue();
    }

    @Test
    void aSlowTicketIsTooLateOnlyForTheIntervalInWhichItCame() {
        TooLate tooLate = of(solved(NOON, KEPT_SINCE.minusMillis(1), Cause.LATE_EVENT));

        assertThat(tooLate.ofIntervals()).isEqualTo(Map.of(Cause.OUTCOME, 1));
        assertThat(tooLate.ofDays()).isEmpty();
    }

    @Test
    void whatHappenedLongAgoIsTooLateByOutcomeAndByArrival() {
        Instant longAgo = KEPT_SINCE.minusSeconds(3600);

        assertThat(of(solved(longAgo, longAgo, Cause.CORRECTION)).ofIntervals()).isEqualTo(Map.of(Cause.CORRECTION, 2));
        assertThat(of(solved(longAgo, longAgo, Cause.LATE_EVENT)).ofIntervals()).isEqualTo(Map.of(Cause.LATE_EVENT, 2));
    }

    @Test
    void aDayIsKeptAsLongAsItsFirstMomentInItsOwnZone() {
        Instant dayInBerlin = Instant.parse("2026-08-12T22:00:00Z");
        TooLate kept = of(solved(NOON, dayInBerlin, Cause.SURVEY));
        TooLate gone = of(solved(NOON, dayInBerlin.minusMillis(1), Cause.SURVEY));

        assertThat(kept.ofDays()).isEmpty();
        assertThat(gone.ofDays()).isEqualTo(Map.of(Cause.SURVEY, 1));
        assertThat(gone.ofIntervals()).isEqualTo(Map.of(Cause.SURVEY, 1));
    }

    @Test
    void whoWaitedAtAMomentIsInTheBooksOfTheIntervalThatEndsThereToo() {
        Posting atTheBorder = posting(Measure.WAITED_OVER, KEPT_SINCE, KEPT_SINCE, Cause.LATE_EVENT);

        assertThat(of(atTheBorder).ofIntervals()).isEqualTo(Map.of(Cause.LATE_EVENT, 1));
        assertThat(of(posting(Measure.BACKLOG, KEPT_SINCE.minusSeconds(9), KEPT_SINCE, Cause.LATE_EVENT))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void beforeTimeIsKnownNothingIsTooLate() {
        Posting old = solved(Instant.EPOCH, Instant.EPOCH, Cause.LATE_EVENT);

        assertThat(lateness.of(List.of(old), Long.MIN_VALUE).isEmpty()).isTrue();
    }

    private TooLate of(Posting posting) {
        return lateness.of(List.of(posting), NOON.toEpochMilli());
    }

    private static Posting solved(Instant at, Instant created, Cause cause) {
        return posting(Measure.RESOLUTION, at, created, cause);
    }

    private static Posting posting(Measure measure, Instant at, Instant created, Cause cause) {
        return new Posting(new Fact(MAIL, measure, at.toEpochMilli(), created.toEpochMilli(), 0), 1, cause);
    }
}
