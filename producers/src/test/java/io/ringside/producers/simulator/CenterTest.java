package io.ringside.producers.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.events.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CenterTest {
    private static final Center DEFAULT = Center.berlinAndLisbon();

    @Test
    void theDefaultCenterHasEveryChannel() {
        assertThat(DEFAULT.queues().stream().collect(Collectors.toMap(ServiceQueue::name, ServiceQueue::channel)))
                .containsEntry("sales", Channel.VOICE)
                .containsEntry("support", Channel.VOICE)
                .containsEntry("billing", Channel.VOICE)
                .containsEntry("chat", Channel.CHAT)
                .containsEntry("tickets", Channel.TICKET)
                .hasSize(5);
    }

    @Test
    void aRateOfTwoDoublesDemandAndStaff() {
        Center twice = DEFAULT.scaled(2);

        assertThat(twice.queue("sales").demand().perHour())
                .isEqualTo(2 * DEFAULT.queue("sales").demand().perHour());
        assertThat(agents(twice)).isEqualTo(2 * agents(DEFAULT));
    }

    @Test
    void everyTeamKeepsAnAgent() {
        assertThat(agents(DEFAULT.scaled(0.001))).isEqualTo(DEFAULT.teams().size());
    }

    @Property(tries = 50)
    void aCenterGrowsToAnyNumberOfQueuesEachWithATeam(@ForAll @IntRange(min = 1, max = 60) int count) {
        Center grown = DEFAULT.withQueues(count);

        assertThat(grown.queues()).hasSize(count);
        assertThat(grown.teams().stream()
                        .flatMap(team -> team.queues().stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(grown.queues().stream().map(ServiceQueue::name).collect(Collectors.toSet()));
        List<String> agents =
                grown.teams().stream().flatMap(team -> team.agents().stream()).toList();
        assertThat(new HashSet<>(agents)).hasSameSizeAs(agents);
    }

    @Test
    void asManyQueuesAsItHasLeaveACenterAsItIs() {
        assertThat(DEFAULT.withQueues(5)).isEqualTo(DEFAULT);
    }

    @Test
    void nobodyServesAQueueThatIsNotThere() {
        Team strangers = new Team("strangers", "berlin", List.of("returns"), 1, 1, List.of(Shift.always()));

        assertThatThrownBy(() -> new Center(
                        DEFAULT.sites(),
                        DEFAULT.queues(),
                        Stream.concat(DEFAULT.teams().stream(), Stream.of(strangers))
                                .toList(),
                        DEFAULT.surveying(),
                        1))
                .hasMessage("returns: there is no such queue");
    }

    private static int agents(Center center) {
        return center.teams().stream().mapToInt(Team::size).sum();
    }

    @Test
    void aCenterBegunLaterKeepsItsStaffAndMovesItsShifts() {
        Center usual = Center.berlinAndLisbon();
        Center later = usual.laterBy(5);
        assertThat(later.teams().get(0).agents()).isEqualTo(usual.teams().get(0).agents());
        assertThat(later.teams().get(0).shifts().get(0).from())
                .isEqualTo(usual.teams().get(0).shifts().get(0).from().plusHours(5));
        assertThat(later.laterBy(-5)).isEqualTo(usual);
    }
}
