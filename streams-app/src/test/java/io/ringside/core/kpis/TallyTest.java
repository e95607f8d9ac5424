package io.ringside.core.kpis;

import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.ringside.core.facts.AnyFacts;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tallies are a commutative group: all that windows, roll-ups and corrections rest on. */
final class TallyTest {
    private static final Tally ZERO = new Tally();

    @Provide
    Arbitrary<Fact> facts() {
        return AnyFacts.facts();
    }

    @Provide
    Arbitrary<Tally> tallies() {
        // One fact taken back as often as stated: signs of both kinds, and counts that meet at zero.
        return facts().tuple2()
                .map(pair -> of(List.of(pair.get1())).minus(of(List.of(pair.get2()))))
                .list()
                .ofMaxSize(3)
                .flatMap(mixed -> facts().list().ofMaxSize(40).map(facts -> {
                    Tally tally = of(facts);
                    mixed.forEach(tally::add);
                    return tally;
                }));
    }

    @Property(tries = 100)
    void theOrderOfAddingDoesNotMatter(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    }

    @Property(tries = 100)
    void norDoesTheGrouping(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b, @ForAll("tallies") Tally c) {
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    }

    @Property(tries = 100)
    void nothingAddedChangesNothing(@ForAll("tallies") Tally a) {
        assertThat(a.plus(ZERO)).isEqualTo(a);
        assertThat(ZERO.plus(a)).isEqualTo(a);
        assertThat(a.minus(ZERO)).isEqualTo(a);
    }

    @Property(tries = 100)
    void whatIsAddedCanBeTakenAway(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(b).plus(b)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(ZERO);
        assertThat(a.minus(a).isZero()).isTrue();
    }

    @Property(tries = 100)
    void addingInPlaceIsAddingAndLeavesTheOtherAlone(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
        Tally sum = a.copy();
        Tally other = b.copy();
        sum.add(b);
        assertThat(sum).isEqualTo(a.plus(b));
        sum.subtract(b);
        assertThat(sum).isEqualTo(a);
        assertThat(b).isEqualTo(other);
    }

    @Property(tries = 100)
    void aTallyIsTheSumOfItsFacts(@ForAll List<@From("facts") Fact> facts, @ForAll("facts") Fact more) {
        Tally tally = of(facts);
        for (Measure measure : Measure.values()) {
            List<Fact> counted =
                    facts.stream().filter(fact -> fact.measure() == measure).toList();
            assertThat(tally.count(measure)).isEqualTo(counted.size());
            assertThat(tally.sum(measure))
                    .isEqualTo(counted.stream().mapToLong(Fact::value).sum());
            if (measure.kind() == Measure.Kind.SPREAD) {
                assertThat(tally.distribution(measure).count()).isEqualTo(counted.size());
            }
        }
        Tally undone = tally.copy();
        undone.count(more, 1);
        undone.count(more, -1);
        assertThat(undone).isEqualTo(tally);
    }

    @Property(tries = 100)
    void cellsRiseWithoutZerosAndMakeTheTallyAgain(@ForAll("tallies") Tally tally) {
        int[] cells = new int[tally.size()];
        long[] values = new long[tally.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = tally.cellAt(i);
            values[i] = tally.valueAt(i);
        }
        assertThat(Tally.ofCells(cells, values)).isEqualTo(tally);
    }

    @Property(tries = 100)
    void packedTalliesAddUpAsTalliesDo(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
        PackedTally packed = PackedTally.of(a);
        assertThat(packed.plus(PackedTally.of(b))).isEqualTo(PackedTally.of(a.plus(b)));
        assertThat(packed.plus(PackedTally.of(ZERO.minus(a))).isZero()).isTrue();
        Tally sum = b.copy();
        sum.add(packed);
        assertThat(sum).isEqualTo(a.plus(b));
    }

    @Example
    void cellsOutOfOrderOrZeroAreRefused() {
        assertThatThrownBy(() -> Tally.ofCells(new int[] {2, 1}, new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tally.ofCells(new int[] {1}, new long[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Tally of(List<Fact> facts) {
        Tally tally = new Tally();
        facts.forEach(fact -> tally.count(fact, 1));
        return tally;
    }
}
