package io.ringside.producers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import io.ringside.producers.simulator.Timeline.Appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimelineTest {
    private static final long START = 1_000;

    @Property(tries = 200)
    void appointmentsAreKeptByTimeAndAmongEqualsAsTheyWereMade(@ForAll List<@IntRange(max = 20) Integer> delays) {
        Timeline timeline = new Timeline(START);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < delays.size(); i++) {
            int number = i;
            timeline.after(delays.get(i), () -> {
                assertThat(timeline.now()).isEqualTo(START + delays.get(number));
                kept.add(number);
            });
        }

        runOut(timeline);

        assertThat(kept)
                .hasSameSizeAs(delays)
                .isSortedAccordingTo((a, b) -> delays.get(a).equals(delays.get(b))
                        ? Integer.compare(a, b)
                        : Integer.compare(delays.get(a), delays.get(b)));
    }

    @Test
    void whatIsCancelledNeverHappensAndTakesNoTime() {
        Timeline timeline = new Timeline(START);
        Appointment appointment = timeline.after(50, () -> {
            throw new AssertionError("was cancelled");
        });
        appointment.cancel();

        runOut(timeline);

        assertThat(timeline.now()).isEqualTo(START);
    }

    @Test
    void whatHappensCanLeadToMoreInTheSameMoment() {
        Timeline timeline = new Timeline(START);
        List<String> said = new ArrayList<>();
        timeline.after(5, () -> {
            said.add("first");
            timeline.after(0, () -> said.add("third"));
        });
        timeline.after(5, () -> said.add("second"));

        runOut(timeline);

        assertThat(said.stream().collect(Collectors.joining(" "))).isEqualTo("first second third");
    }

    @Test
    void timeStopsBeforeTheEnd() {
        Timeline timeline = new Timeline(START);
        timeline.after(5, () -> {});

        assertThat(timeline.stepBefore(START + 5)).isFalse();
        assertThat(timeline.stepBefore(START + 6)).isTrue();
    }

    @Test
    void thePastIsOver() {
        assertThatThrownBy(() -> new Timeline(START).at(START - 1, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time: must not be before 1000, was 999");
    }

    private static void runOut(Timeline timeline) {
        boolean more = true;
        while (more) {
            more = timeline.stepBefore(Long.MAX_VALUE);
        }
    }
}
