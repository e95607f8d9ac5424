package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topics;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.events.TicketEventType;
import io.ringside.schemas.events.TicketStatus;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** Why closed windows are stated again, and what is said where they are not. */
final class CausesTest {
    private final Center center =
            new Center(Configuration.parse("teams: {red: {agents: [ada, eve]}}").definitions());

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void aReplayedCallRestatesItsIntervalBecauseOfTheReplay() {
        call("a").after(Duration.ofHours(1));
        center.read(Topics.SCORECARD_HISTORY);

        center.replay(Topics.CALLS, "b", Calls.enqueued("b", "sales", NINE.plusSeconds(60)))
                .replay(Topics.CALLS, "b", Calls.answered("b", "eve", NINE.plusSeconds(70)))
                .after(Duration.ofSeconds(1));

        assertThat(restated("queue/voice/sales"))
                .isEqualTo(Map.of("interval OUTCOME", "replay", "interval ARRIVAL", "replay"));
    }

    @Test
    void whatWasKnownBeforeAndIsReplayedRestatesNothing() {
        call("a").after(Duration.ofHours(1));
        center.read(Topics.SCORECARD_HISTORY);

        center.replay(Topics.CALLS, "a", Calls.enqueued("a", "sales", NINE))
                .replay(Topics.CALLS, "a", Calls.answered("a", "eve", NINE.plusSeconds(10)))
                .after(Duration.ofSeconds(1));

        assertThat(restated("queue/voice/sales")).isEmpty();
    }

    @Test
    void whatASourceTellsLateAndWhatIsReplayedAreCausesOfTheirOwn() {
        call("a").after(Duration.ofHours(1));
        center.read(Topics.SCORECARD_HISTORY);

        center.send(Topics.CALLS, "b", Calls.enqueued("b", "sales", NINE.plusSeconds(60)))
                .replay(Topics.CALLS, "b", Calls.abandoned("b", NINE.plusSeconds(90)))
                .after(Duration.ofSeconds(1));

        assertThat(restated("queue/voice/sales"))
                .isEqualTo(Map.of("interval OUTCOME", "late event, replay", "interval ARRIVAL", "late event, replay"));
    }

    @Test
    void aReplayedEventThatTakesSomethingBackIsStillAReplay() {
        call("a").after(Duration.ofHours(1));
        center.read(Topics.SCORECARD_HISTORY);

        center.replay(Topics.CALLS, "a", Calls.answered("a", "ada", NINE.plusSeconds(5)))
                .after(Duration.ofSeconds(1));

        assertThat(restated("queue/voice/sales")).containsEntry("interval OUTCOME", "replay");
    }

    @Test
    void anAgentsReplayedStateRestatesTheAgentsTime() {
        state("eve", AgentState.AVAILABLE, NINE, false);
        center.after(Duration.ofHours(1));
        center.read(Topics.SCORECARD_HISTORY);

        state("eve", AgentState.OFFLINE, NINE.plusSeconds(600), true);
        center.after(Duration.ofSeconds(1));

        assertThat(restated("agent/eve")).isEqualTo(Map.of("interval OUTCOME", "replay", "interval ARRIVAL", "replay"));
    }

    @Test
    void theTimeOfAnAgentWhoIsFirstHeardOfByAReplayIsTheReplaysAsWell() {
        state("ada", AgentState.AVAILABLE, NINE, false);
        center.after(Duration.ofMinutes(31));
        center.read(Topics.SCORECARD_HISTORY);

        state("eve", AgentState.AVAILABLE, NINE.plusSeconds(600), true);
        center.after(Duration.ofSeconds(1));

        assertThat(restated("team/red")).isEqualTo(Map.of("interval OUTCOME", "replay", "interval ARRIVAL", "replay"));
    }

    @Test
    void onlyAHeaderThatSaysTrueIsAReplay() {
        RecordHeaders headers = new RecordHeaders();
        assertThat(ReplayMark.isOn(headers)).isFalse();
        headers.add(ReplayMark.HEADER, new byte[] {'n', 'o'});
        assertThat(ReplayMark.isOn(headers)).isFalse();
        headers.add(ReplayMark.HEADER, null);
        assertThat(ReplayMark.isOn(headers)).isFalse();
        ReplayMark.put(headers);
        assertThat(ReplayMark.isOn(headers)).isTrue();
    }

    @Test
    void aTicketSolvedAfterItsIntervalIsKeptCountsInTheDayAndIsFoundInTheDeadLetters() {
        ticket(TicketEventType.CREATED, NINE, "t-1");
        center.after(Duration.ofDays(9)).read(Topics.SCORECARD_HISTORY);
        center.read(Topics.DEAD_LETTERS);

        Instant solved = center.now();
        ticket(TicketEventType.STATUS_CHANGED, solved, "t-2");
        center.after(Duration.ofSeconds(1));

        assertThat(restated("queue/ticket/mail"))
                .isEqualTo(Map.of("day ARRIVAL", "outcome", "week ARRIVAL", "outcome"));
        List<DeadLetter> letters = center.values(Topics.DEAD_LETTERS);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo("too_late");
            assertThat(letter.getContactId()).isEqualTo("t");
            assertThat(letter.getEventId()).isEqualTo("t-2");
            assertThat(letter.getTopic()).isEqualTo("test.tickets.v1");
            assertThat(letter.getOffset()).isEqualTo(1);
            assertThat(letter.getDetail())
                    .isEqualTo(
                            "counted, but intervals that it belongs to are kept no longer: counts that are in none: 3 (outcome)");
        });
        assertThat(center.shown().tooLate).containsExactly("3 of interval: outcome");
        assertThat(center.shown().refused).containsExactly("too_late");
    }

    /** A call that was answered after ten seconds. */
    private Center call(String contact) {
        return center.send(Topics.CALLS, contact, Calls.enqueued(contact, "sales", NINE))
                .send(Topics.CALLS, contact, Calls.answered(contact, "eve", NINE.plusSeconds(10)));
    }

    private void state(String agent, AgentState state, Instant at, boolean replayed) {
        AgentEvent event = AgentEvent.newBuilder()
                .setEventId(state.name())
                .setOccurredAt(at)
                .setSource("test")
                .setAgent(agent)
                .setState(state)
                .setQueues(List.of())
                .build();
        if (replayed) {
            center.replay(Topics.AGENTS, agent, event);
        } else {
            center.send(Topics.AGENTS, agent, event);
        }
    }

    private void ticket(TicketEventType type, Instant at, String id) {
        TicketEvent.Builder event = TicketEvent.newBuilder()
                .setEventId(id)
                .setOccurredAt(at)
                .setSource("test")
                .setContactId("t")
                .setType(type);
        if (type == TicketEventType.CREATED) {
            event.setQueue("mail");
        } else {
            event.setStatus(TicketStatus.SOLVED);
        }
        center.send(Topics.TICKETS, "t", event.build());
    }

    /** The causes of what a scope states anew, by window and attribution. */
    private Map<String, String> restated(String scope) {
        Map<String, String> causes = new TreeMap<>();
        center.read(Topics.SCORECARD_HISTORY).stream()
                .filter(record -> record.key().startsWith(scope + "|"))
                .map(record -> record.value())
                .filter(card -> card.getRevision() > 1)
                .forEach(card -> causes.put(card.getWindow() + " " + card.getAttribution(), card.getCause()));
        return causes;
    }
}
