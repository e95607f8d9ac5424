package io.ringside.core.definitions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DatedTest {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant JANUARY = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final Dated<Integer> threshold = Dated.of(20, Map.of(JANUARY, 10, DECEMBER, 30));

    @Test
    void aValueHoldsFromItsMomentUntilTheNext() {
        assertThat(threshold.at(DECEMBER.minus(MILLISECOND))).isEqualTo(20);
        assertThat(threshold.at(DECEMBER)).isEqualTo(30);
        assertThat(threshold.at(JANUARY.minus(MILLISECOND))).isEqualTo(30);
        assertThat(threshold.at(JANUARY.toEpochMilli())).isEqualTo(10);
        assertThat(threshold.at(Long.MAX_VALUE)).isEqualTo(10);
        assertThat(threshold.at(Long.MIN_VALUE)).isEqualTo(20);
    }

    @Test
    void itTellsItsChangesInOrder() {
        assertThat(threshold.changes()).isEqualTo(new TreeMap<>(Map.of(DECEMBER, 30, JANUARY, 10)));
        assertThat(threshold.first()).isEqualTo(20);
        assertThat(threshold.last()).isEqualTo(10);
        assertThat(threshold).hasToString("20, from 2026-12-01T00:00:00Z 30, from 2027-01-01T00:00:00Z 10");
    }

    @Test
    void aChangeToWhatHoldsAlreadyIsNone() {
        assertThat(Dated.of(20, Map.of(DECEMBER, 20))).isEqualTo(Dated.always(20));
        assertThat(threshold.map(seconds -> seconds > 5)).isEqualTo(Dated.always(true));
    }

    @Test
    void whatHoldsFromAMomentOnReplacesWhatWasToComeLater() {
        assertThat(threshold.from(JANUARY, 40)).isEqualTo(Dated.of(20, Map.of(DECEMBER, 30, JANUARY, 40)));
        assertThat(threshold.from(DECEMBER, 40)).isEqualTo(Dated.of(20, Map.of(DECEMBER, 40)));
        assertThat(threshold.from(DECEMBER, 20)).isEqualTo(Dated.always(20));
    }

    @Test
    void twoTogetherChangeWhenEitherDoes() {
        Dated<String> zone = Dated.of("Berlin", Map.of(JANUARY.plusSeconds(1), "Lisbon"));

        assertThat(threshold.combine(zone, (seconds, city) -> city + seconds))
                .isEqualTo(Dated.of(
                        "Berlin20",
                        Map.of(DECEMBER, "Berlin30", JANUARY, "Berlin10", JANUARY.plusSeconds(1), "Lisbon10")));
    }

    @Test
    void aChangeWithinAMillisecondIsRefused() {
        Map<Instant, Integer> changes = Map.of(DECEMBER.plusNanos(1), 30);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dated.of(20, changes))
                .withMessage("a change must be at a whole millisecond, was 2026-12-01T00:00:00.000000001Z");
    }

    @Property(tries = 200)
    void whatIsWorkedOutHoldsAtEveryMoment(
            @ForAll List<@IntRange(max = 20) Integer> moments,
            @ForAll List<@IntRange(max = 20) Integer> others,
            @ForAll @IntRange(max = 21) int asked) {
        Dated<Integer> one = changing(moments);
        Dated<Integer> other = changing(others);

        assertThat(one.combine(other, Math::multiplyExact).at(asked)).isEqualTo(one.at(asked) * other.at(asked));
        assertThat(one.map(value -> value / 2).at(asked)).isEqualTo(one.at(asked) / 2);
        assertThat(Dated.of(one.first(), one.changes())).isEqualTo(one).hasSameHashCodeAs(one);
    }

    /** Changes to its index at each moment, in milliseconds. */
    private static Dated<Integer> changing(List<Integer> moments) {
        Map<Instant, Integer> changes = new TreeMap<>();
        for (int i = 0; i < moments.size(); i++) {
            changes.put(Instant.ofEpochMilli(moments.get(i)), i);
        }
        return Dated.of(0, changes);
    }
}
