package io.ringside.core.agents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import io.ringside.core.agents.StateChange.State;
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class AgentTest {
    private static final long PANE = 10_000;

    @Test
    void timeOnQueueIsCutWherePanesBegin() {
        Agent ada = new Agent();
        ada.apply("ada", new StateChange("1", 3_000, State.AVAILABLE), PANE);
        ada.apply("ada", new StateChange("2", 25_000, State.BREAK), PANE);

        assertThat(ada.timePasses("ada", 40_000, PANE))
                .extracting(posting -> posting.fact().happenedAt(), posting -> posting.fact()
                        .value())
                .containsExactly(tuple(3_000L, 7_000L), tuple(10_000L, 10_000L), tuple(20_000L, 5_000L));
    }

    /** The clock of a source may be ahead: what it says of later is not stated before it has come. */
    @Test
    void timeThatHasNotPassedIsNotStated() {
        Agent ada = new Agent();
        List<Posting> postings = new ArrayList<>(ada.apply("ada", new StateChange("2", 25_000, State.OFFLINE), PANE));
        postings.addAll(ada.apply("ada", new StateChange("1", 3_000, State.AVAILABLE), PANE));
        postings.addAll(ada.timePasses("ada", 12_000, PANE));
        assertThat(postings).extracting(posting -> posting.fact().value()).containsExactly(7_000L);

        assertThat(ada.timePasses("ada", 40_000, PANE))
                .extracting(posting -> posting.fact().value())
                .containsExactly(10_000L, 5_000L);
    }

    @Test
    void whatHasBegunWhenNothingFollowsIsStatedToTheEnd() {
        Agent ada = new Agent();
        ada.apply("ada", new StateChange("1", 3_000, State.AVAILABLE), PANE);
        ada.timePasses("ada", 14_000, PANE);

        assertThat(ada.timeEnds("ada", 14_000, PANE))
                .extracting(posting -> posting.fact().happenedAt(), posting -> posting.fact()
                        .value())
                .containsExactly(tuple(10_000L, 4_000L));
    }

    @Test
    void aChangeFromWhatWasLetGoIsNotTakenTwice() {
        long day = 24 * 3_600_000L;
        StateChange first = new StateChange("1", 0, State.AVAILABLE);
        StateChange second = new StateChange("2", day, State.BREAK);
        Agent ada = new Agent();
        ada.apply("ada", first, PANE);
        ada.apply("ada", second, PANE);
        assertThat(ada.takes(first)).isTrue();

        ada.timePasses("ada", 3 * day, PANE);

        assertThat(ada.changes()).containsExactly(second);
        assertThat(ada.takes(first)).isFalse();
        assertThat(ada.takes(second)).isTrue();
        assertThat(ada.apply("ada", second, PANE)).isEmpty();
        assertThat(ada.takes(new StateChange("3", day + 1, State.AVAILABLE))).isTrue();
    }

    @Property
    void lateAndRepeatedChangesEndInTheSameTime(@ForAll("days") List<StateChange> day) {
        long end = 400_000;
        Agent inOrder = new Agent();
        List<Posting> expected = new ArrayList<>();
        day.stream()
                .sorted(Comparator.comparingLong(StateChange::at).thenComparing(StateChange::id))
                .forEach(change -> expected.addAll(inOrder.apply("ada", change, PANE)));
        expected.addAll(inOrder.timePasses("ada", end, PANE));

        Agent late = new Agent();
        List<Posting> actual = new ArrayList<>();
        long now = 0;
        for (StateChange change : day) {
            actual.addAll(late.apply("ada", change, PANE));
            actual.addAll(late.apply("ada", change, PANE));
            now += 30_000;
            actual.addAll(late.timePasses("ada", now, PANE));
        }
        actual.addAll(late.timePasses("ada", end, PANE));

        assertThat(total(actual)).isEqualTo(total(expected));
    }

    private static long total(List<Posting> postings) {
        return postings.stream()
                .mapToLong(posting -> posting.sign() * posting.fact().value())
                .sum();
    }

    @Provide
    Arbitrary<List<StateChange>> days() {
        Arbitrary<StateChange> change = Combinators.combine(
                        Arbitraries.longs().between(0, 300_000),
                        Arbitraries.of(State.class),
                        Arbitraries.integers().between(1, 1_000_000))
                .as((at, state, id) -> new StateChange(Integer.toString(id), at, state));
        return change.list().ofMinSize(1).ofMaxSize(9).uniqueElements(StateChange::id);
    }
}
