package io.ringside.core.scorecards;

import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;

import static org.assertj.core.api.Assertions.assertThat;

final class StatusTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");

    @ParameterizedTest
    @CsvSource({"100, MET", "85, MET", "84, AT_RISK", "80, AT_RISK", "79, MISSED", "0, MISSED"})
    void aServiceLevelOfEightyPercentIsAtRiskUpToFivePercentAboveIt(int inTime, Status status) {
        Tally tally = counted(Measure.ANSWERED_IN_TIME, inTime, 0);
        tally.add(counted(Measure.SERVICE_LEVEL_EVENTS, 100, 0));

        assertThat(status("service_level", tally, new Target(0.80, 0.05, 20))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"10, MET", "15, MET", "16, AT_RISK", "20, AT_RISK", "21, MISSED"})
    void anAverageSpeedOfAnswerOfTwentySecondsIsAtRiskFromFiveSecondsBelowIt(int seconds, Status status) {
        assertThat(status("asa", counted(Measure.ANSWERED, 20, seconds * 1_000L), new Target(20, 5, 20)))
                .isEqualTo(status);
    }

    @Test
    void nothingAndTooLittleAreNoData() {
        assertThat(status("asa", new Tally(), new Target(20, 5, 0))).isEqualTo(Status.NO_DATA);
        assertThat(status("asa", counted(Measure.ANSWERED, 19, 1_000), new Target(20, 5, 20)))
                .isEqualTo(Status.NO_DATA);
    }

    @ParameterizedTest
    @CsvSource({"asa_p90", "asa_max", "longest_wait"})
    void onePercentileOfTooFewIsNoData(String kpi) {
        for (int answered : new int[] {19, 20}) {
            Tally tally = counted(Measure.ANSWERED, answered, 60_000);
            tally.add(counted(Measure.WAIT_ENDED, answered, 60_000));
            assertThat(status(kpi, tally, new Target(20, 5, 20)))
                    .isEqualTo(answered < 20 ? Status.NO_DATA : Status.MISSED);
        }
    }

    private static Tally counted(Measure measure, int times, long value) {
        Tally tally = new Tally();
        tally.count(new Fact(SALES, measure, 0, 0, value), times);
        return tally;
    }

    private static Status status(String id, Tally tally, Target target) {
        Kpi kpi = KpiCatalogue.get(id);
        return Status.of(kpi, kpi.read(tally, Live.NOTHING, OptionalLong.empty()), target);
    }
}
