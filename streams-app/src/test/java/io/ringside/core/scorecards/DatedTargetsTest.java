package io.ringside.core.scorecards;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.Dated;
import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.facts.Attribution;
import io.ringside.core.kpis.Tally;
import io.ringside.core.kpis.WindowTally;

import static org.assertj.core.api.Assertions.assertThat;

/** The target of the service level is 80 % until noon, and 90 % from then on. */
final class DatedTargetsTest {
    private static final long NOON = Instant.parse("2026-11-02T12:00:00Z").toEpochMilli();
    private static final long HALF_AN_HOUR = Duration.ofMinutes(30).toMillis();
    private static final Dated<String> VERSIONS = Dated.of("0-a", Map.of(Instant.ofEpochMilli(NOON), "1-b"));

    private final Scorecards scorecards = new Scorecards(new Changing());

    @Test
    void anIntervalThatEndsWithTheChangeIsJudgedByTheOldTarget() {
        assertJudgedBy(0.8, "0-a", window(NOON - HALF_AN_HOUR, NOON, NOON + 10_000, 1));
        assertJudgedBy(0.8, "0-a", window(NOON - HALF_AN_HOUR, NOON, NOON + 10_000, 0));
    }

    @Test
    void anIntervalWithinWhichTheTargetChangesIsJudgedByTheOneAtItsEnd() {
        assertJudgedBy(0.9, "1-b", window(NOON - 1, NOON + 1, NOON + 10_000, 1));
    }

    @Test
    void anOpenWindowIsJudgedByTheTargetOfTheLastMomentThatIsIn() {
        assertJudgedBy(0.8, "0-a", window(NOON - 60_000, NOON + HALF_AN_HOUR, NOON, 0));
        assertJudgedBy(0.9, "1-b", window(NOON - 60_000, NOON + HALF_AN_HOUR, NOON + 1, 0));
    }

    @Test
    void aWindowThatClosesEarlySinceNothingFollowsIsJudgedAsIfItHadGoneOn() {
        assertJudgedBy(0.9, "1-b", window(NOON - 60_000, NOON + HALF_AN_HOUR, NOON - 1, 1));
    }

    @Test
    void aWindowOfThePastThatIsStatedAgainKeepsItsTarget() {
        assertJudgedBy(0.8, "0-a", window(NOON - HALF_AN_HOUR, NOON, NOON + 100 * HALF_AN_HOUR, 2));
    }

    private void assertJudgedBy(double goal, String version, WindowTally window) {
        Scorecard card = scorecards.of(window);

        assertThat(card.line("service_level").flatMap(Scorecard.Line::target).map(Target::goal))
                .contains(goal);
        assertThat(card.settingsVersion()).isEqualTo(version);
    }

    private static WindowTally window(long start, long end, long asOf, int revision) {
        return new WindowTally(
                Scope.ALL,
                "interval",
                start,
                end,
                Attribution.ARRIVAL,
                ZoneOffset.UTC,
                asOf,
                revision,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Tally());
    }

    private static final class Changing extends FixedDefinitions {
        Changing() {
            super(ZoneOffset.UTC, Map.of());
        }

        @Override
        public Map<String, Target> targets(Scope scope, long at) {
            return Map.of("service_level", new Target(at < NOON ? 0.8 : 0.9, 0, 0));
        }

        @Override
        public String version(long at) {
            return VERSIONS.at(at);
        }
    }
}
