package io.ringside.core.kpis;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Csat;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The figures that every implementation must reproduce, worked out by hand. */
final class KpiVectorsTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");

    private final Tally tally = new Tally();

    /** 1000 answered, 860 of them in time; 60 abandoned, 20 in time, 10 short; 50 flowed out. */
    @ParameterizedTest
    @CsvSource({
        "answered_only, 86.00",
        "abandons_negative, 81.13",
        "abandons_positive, 83.02",
        "early_abandons_ignored, 82.69",
        "short_abandons_excluded, 81.90",
        "short_abandons_credited, 82.08",
        "flow_outs_negative, 77.48",
    })
    void everyVariantOfTheServiceLevelIsAsItsAuthorsDefineIt(String id, double percent) {
        count(Measure.OFFERED, 1_110);
        count(Measure.ANSWERED, 1_000);
        count(Measure.ANSWERED_IN_TIME, 860);
        count(Measure.ABANDONED, 60);
        count(Measure.ABANDONED_IN_TIME, 20);
        count(Measure.SHORT_ABANDONED, 10);
        count(Measure.FLOWED_OUT, 50);

        assertThat(100 * value(id).orElseThrow()).isCloseTo(percent, within(0.005));
    }

    @Test
    void fiftyCallersWhoAllHangUpInTimeHaveNoServiceLevelOfTheAnswered() {
        count(Measure.OFFERED, 50);
        count(Measure.ABANDONED, 50);
        count(Measure.ABANDONED_IN_TIME, 50);
        count(Measure.SERVICE_LEVEL_EVENTS, 50);

        assertThat(value("answered_only")).isEmpty();
        assertThat(value("abandons_negative")).hasValue(0);
        assertThat(value("abandons_positive")).hasValue(1);
        assertThat(value("early_abandons_ignored")).isEmpty();
        assertThat(value("asa")).isEmpty();
        assertThat(value("asa_p90")).isEmpty();
        assertThat(value("abandon_rate")).hasValue(1);
    }

    @Test
    void aRollUpIsReadOffSumsAndNeverAveraged() {
        Tally small = new Tally();
        count(small, Measure.ANSWERED, 1);
        count(small, Measure.ANSWERED_IN_TIME, 1);
        Tally large = new Tally();
        count(large, Measure.ANSWERED, 100);
        count(large, Measure.ANSWERED_IN_TIME, 40);

        Reading both = KpiCatalogue.get("answered_only").read(small.plus(large), Live.NOTHING, OptionalLong.empty());

        assertThat(100 * both.value().orElseThrow()).isCloseTo(40.59, within(0.005));
        assertThat(both.numerator()).hasValue(41);
        assertThat(both.denominator()).hasValue(101);
    }

    @Test
    void theLongestWaitStillRunsWhileSomebodyWaits() {
        tally.count(new Fact(SALES, Measure.WAIT_ENDED, 0, 0, 30_000), 1);
        Live waiting = new Live(new Live.Stock(1, OptionalLong.of(10_000)), Live.Stock.EMPTY, Live.Stock.EMPTY);
        Kpi longest = KpiCatalogue.get("longest_wait");

        assertThat(longest.read(tally, waiting, OptionalLong.of(50_000)).value())
                .hasValue(40);
        assertThat(longest.read(tally, waiting, OptionalLong.of(20_000)).value())
                .hasValue(30);
        assertThat(longest.read(tally, waiting, OptionalLong.empty()).value()).hasValue(30);
        assertThat(longest.read(new Tally(), Live.NOTHING, OptionalLong.of(0)).value())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1, 5, true, 5",
        "4, 1, 5, true, 4",
        "3, 1, 5, false, 3",
        "1, 1, 5, false, 1",
        "7, 1, 7, true, 5",
        "6, 1, 7, true, 4.333",
        "5, 1, 7, false, 3.667",
        "10, 0, 10, true, 5",
        "9, 0, 10, true, 4.6",
        "8, 0, 10, false, 4.2",
        "1, 0, 1, true, 5",
        "0, 0, 1, false, 1",
    })
    void theTopTwoBoxesAreSatisfiedAndOfTwoBoxesTheUpperOne(
            int rating, int lowest, int highest, boolean satisfied, double mean) {
        Csat csat = new Csat(rating, lowest, highest);

        assertThat(csat.satisfied()).isEqualTo(satisfied);
        assertThat(csat.thousandths() / 1_000.0).isEqualTo(mean);
    }

    @Test
    void aRatingBeyondItsScaleCannotBe() {
        assertThatThrownBy(() -> new Csat(6, 1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Csat(0, 1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Csat(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noKpiHasAValueWhereNothingWasCountedExceptCounts() {
        for (Kpi kpi : KpiCatalogue.all()) {
            OptionalDouble value = value(kpi.id());
            if (kpi.unit() == Unit.COUNT) {
                assertThat(value).as(kpi.id()).hasValue(0);
            } else {
                assertThat(value).as(kpi.id()).isEmpty();
            }
        }
    }

    @Test
    void idsAreUniqueAndEveryKpiSaysItsFormulaPlaceAndSource() {
        assertThat(KpiCatalogue.all()).extracting(Kpi::id).doesNotHaveDuplicates();
        assertThat(KpiCatalogue.all()).allSatisfy(kpi -> {
            assertThat(kpi.definition()).isNotBlank();
            assertThat(kpi.placedBy()).isNotBlank();
            assertThat(kpi.source()).isNotBlank();
            assertThat(kpi.channels()).isNotEmpty();
        });
        assertThat(KpiCatalogue.get("short_abandons_excluded").definition())
                .isEqualTo("answered_in_time / (answered + abandoned − short_abandoned)");
    }

    private OptionalDouble value(String id) {
        return KpiCatalogue.get(id)
                .read(tally, Live.NOTHING, OptionalLong.empty())
                .value();
    }

    private void count(Measure measure, int times) {
        count(tally, measure, times);
    }

    private static void count(Tally tally, Measure measure, int times) {
        tally.count(new Fact(SALES, measure, 0, 0, 0), times);
    }
}
