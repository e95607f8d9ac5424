package io.ringside.producers;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.SurveyEventType;
import io.ringside.schemas.events.WaitingContact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventLinesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final EventLines lines = new EventLines("story");

    @Test
    void aHandWrittenLineNeedsNeitherSourceNorEventId() {
        Emitted event = lines.read("""
                        {"topic":"calls","occurredAt":"2026-03-02T09:00:00Z","contactId":"c1","type":"ENQUEUED","queue":"sales"}""", 7).orElseThrow();

        assertThat(event)
                .isEqualTo(Emitted.of(CallEvent.newBuilder()
                        .setEventId("story-7")
                        .setSource("story")
                        .setOccurredAt(NINE)
                        .setContactId("c1")
                        .setType(CallEventType.ENQUEUED)
                        .setQueue("sales")
                        .build()));
    }

    @Test
    void whatOnlySaysItsDefaultIsLeftOut() {
        assertThat(EventLines.write(Emitted.of(answeredSurvey())))
                .isEqualTo("{\"topic\":\"surveys\",\"eventId\":\"e1\",\"occurredAt\":\"2026-03-02T09:00:00Z\","
                        + "\"source\":\"survey-tool\",\"contactId\":\"c1\",\"type\":\"ANSWERED\",\"csat\":4,\"csatHighest\":7,"
                        + "\"cesHighIsEasy\":false,\"resolved\":true}");
    }

    @Test
    void aWrittenEventIsReadBackAsItWas() {
        Emitted survey = Emitted.of(answeredSurvey());
        Emitted agent = Emitted.of(AgentEvent.newBuilder()
                .setEventId("e2")
                .setSource("acd")
                .setOccurredAt(NINE.plusMillis(5))
                .setAgent("ana")
                .setState(AgentState.AVAILABLE)
                .setQueues(List.of("sales", "support"))
                .build());

        Emitted snapshot = Emitted.of(QueueSnapshot.newBuilder()
                .setEventId("e3")
                .setSource("acd")
                .setOccurredAt(NINE)
                .setChannel(Channel.VOICE)
                .setQueue("sales")
                .setWaiting(List.of(new WaitingContact("c1", null), new WaitingContact("c2", "v1")))
                .build());

        String text = Stream.of(survey, agent, snapshot).map(EventLines::write).collect(Collectors.joining("\n"));

        assertThat(lines.read(new BufferedReader(new StringReader(text)))).containsExactly(survey, agent, snapshot);
        assertThat(EventLines.write(snapshot))
                .endsWith("\"waiting\":[{\"contactId\":\"c1\"},{\"contactId\":\"c2\",\"visitId\":\"v1\"}]}");
    }

    @Test
    void blankLinesAndRemarksAreCountedButNotRead() {
        String text = """
                # A remark.

                {"topic":"calls","occurredAt":"2026-03-02T09:00:00Z","contactId":"c1","type":"ABANDONED"}
                """;

        assertThat(lines.read(new BufferedReader(new StringReader(text))))
                .singleElement()
                .satisfies(event -> assertThat(event.value().get(0)).isEqualTo("story-3"));
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        assertRefused(
                "{\"topic\":\"cals\"}",
                "line 3: topic: must be one of [calls, chats, tickets, surveys, agents, queue-snapshots], was \"cals\"");
        assertRefused("{\"topic\":\"calls\",\"queu\":\"sales\"}", "line 3: queu: no such field in a CallEvent");
        assertRefused("{\"topic\":\"calls\",\"contactId\":\"c1\"}", "line 3: occurredAt: is missing");
        assertRefused(
                "{\"topic\":\"calls\",\"occurredAt\":\"nine\"}",
                "line 3: occurredAt: must be a time like 2026-03-02T09:00:00Z, was \"nine\"");
        assertRefused(
                "{\"topic\":\"agents\",\"occurredAt\":\"2026-03-02T09:00:00Z\",\"agent\":\"ana\",\"state\":\"ASLEEP\"}",
                "line 3: state: must be one of [UNKNOWN, OFFLINE, AVAILABLE, RINGING, ON_CONTACT, WRAP_UP, BREAK, BACK_OFFICE], was ASLEEP");
        assertRefused("[]", "line 3: must be a JSON object");
        assertThatThrownBy(() -> lines.read("calls", 3)).hasMessageStartingWith("line 3: not JSON: ");
    }

    private void assertRefused(String line, String message) {
        assertThatThrownBy(() -> lines.read(line, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static SurveyEvent answeredSurvey() {
        return SurveyEvent.newBuilder()
                .setEventId("e1")
                .setSource("survey-tool")
                .setOccurredAt(NINE)
                .setContactId("c1")
                .setType(SurveyEventType.ANSWERED)
                .setCsat(4)
                .setCsatHighest(7)
                .setCesHighIsEasy(false)
                .setResolved(true)
                .build();
    }
}
