package io.ringside.producers.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TicketEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What single fields of a mapping can say. */
class FieldTest {
    @TempDir
    private Path folder;

    private Logs.Read oneRow(String visit, String csv) throws Exception {
        return Logs.read(folder, "source: x\ntimes: {zone: UTC}\ncontact: id\nvisit:\n" + visit.indent(2), csv);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    iso                    | 2026-02-03T09:00:00        | 2026-02-03T09:00:00Z
                    iso                    | 2026-02-03 09:00:00.250    | 2026-02-03T09:00:00.250Z
                    iso                    | 2026-02-03 09:00           | 2026-02-03T09:00:00Z
                    iso                    | 2026-02-03T09:00:00+02:00  | 2026-02-03T07:00:00Z
                    iso                    | 2026-02-03 09:00:00 +0200  | 2026-02-03T07:00:00Z
                    iso                    | 2026-02-03T09:00:00Z       | 2026-02-03T09:00:00Z
                    epoch-seconds          | 1770109200                 | 2026-02-03T09:00:00Z
                    epoch-seconds          | 1770109200.25              | 2026-02-03T09:00:00.250Z
                    epoch-milliseconds     | 1770109200250              | 2026-02-03T09:00:00.250Z
                    M/d/yyyy h:mm a        | 2/3/2026 9:00 pm           | 2026-02-03T21:00:00Z
                    dd.MM.yy HH:mm:ss      | 03.02.26 09:00:00          | 2026-02-03T09:00:00Z
                    d MMM uuuu HH:mm:ss XX | 3 Feb 2026 09:00:00 -0500  | 2026-02-03T14:00:00Z
                    """)
    void timesAreReadByTheirPattern(String pattern, String cell, String expected) throws Exception {
        Logs.Read read = oneRow("""
                queue: {value: sales}
                enqueued: {column: at, pattern: %s}
                wait: {value: 0}
                outcome: {value: abandoned}
                """.formatted(pattern), "id,at\n1," + cell + "\n");
        assertThat(read.story()).containsExactly("ENQUEUED " + expected, "ABANDONED " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "seconds, 90, PT1M30S",
        "milliseconds, 1500, PT1.5S",
        "minutes, 1.5, PT1M30S",
        "hours, 0.25, PT15M",
        "clock, 3:20, PT3M20S",
        "clock, 01:03:20, PT1H3M20S",
        "clock, 0:00:01.5, PT1.5S"
    })
    void durationsAreReadByTheirUnit(String unit, String cell, String expected) throws Exception {
        Logs.Read read = oneRow("""
                queue: {value: sales}
                enqueued: {value: "2026-02-03T09:00:00Z"}
                wait: {column: waited, unit: %s}
                outcome: {value: abandoned}
                """.formatted(unit), "id,waited\n1," + cell + "\n");
        Instant nine = Instant.parse("2026-02-03T09:00:00Z");
        assertThat(Duration.between(nine, read.events().get(1).occurredAt())).hasToString(expected);
    }

    @Test
    void aListIsTriedFromTheTopAndAConditionSaysWhereAChoiceApplies() throws Exception {
        Logs.Read read = oneRow("""
                queue: {value: sales}
                enqueued: [{column: queued_at, when: {queued: 1}}, left_menu]
                wait: {column: waited, otherwise: 0}
                outcome:
                  - {value: answered, when: {agent: {empty: false}}}
                  - {value: overflow, when: {waited: {above: 60}, why: {matches: "full.*"}}}
                  - {value: abandoned, when: [{why: [gone, lost]}, {why: {not: ""}, waited: {below: 5}}]}
                  - {value: voicemail}
                agent: agent
                """, """
                id,queued,queued_at,left_menu,waited,agent,why
                1,1,2026-01-01T00:00:01,2026-01-01T00:00:02,,ann,
                2,0,2026-01-01T00:00:01,2026-01-01T00:00:02,61,,full up
                3,0,,2026-01-01T00:00:02,9,,lost
                4,0,,2026-01-01T00:00:02,4,,who knows
                5,0,,2026-01-01T00:00:02,9,,who knows
                """);
        assertThat(read.story())
                .containsExactly(
                        "ENQUEUED 2026-01-01T00:00:01Z",
                        "ANSWERED 2026-01-01T00:00:01Z",
                        "ENQUEUED 2026-01-01T00:00:02Z",
                        "FLOWED_OUT 2026-01-01T00:01:03Z",
                        "ENQUEUED 2026-01-01T00:00:02Z",
                        "ABANDONED 2026-01-01T00:00:11Z",
                        "ENQUEUED 2026-01-01T00:00:02Z",
                        "ABANDONED 2026-01-01T00:00:06Z",
                        "ENQUEUED 2026-01-01T00:00:02Z",
                        "FLOWED_OUT 2026-01-01T00:00:11Z");
    }

    @Test
    void handlingIsTalkThenHoldOnTopOfItThenWrapUp() throws Exception {
        String handled = """
                queue: {value: sales}
                enqueued: {columns: [day, time]}
                wait: {value: 10}
                outcome: {value: answered}
                talk: talk
                hold: hold
                wrapUp: acw
                transfer: {column: to, values: {Q: to-queue}}
                """;
        String csv = "id,day,time,talk,hold,acw,to\n1,2026-01-01,00:00:00,60,20,5,Q\n";
        assertThat(oneRow(handled, csv).story())
                .containsExactly(
                        "ENQUEUED 2026-01-01T00:00:00Z",
                        "ANSWERED 2026-01-01T00:00:10Z",
                        "HELD 2026-01-01T00:01:10Z",
                        "RESUMED 2026-01-01T00:01:30Z",
                        "TRANSFERRED 2026-01-01T00:01:30Z",
                        "TALK_ENDED 2026-01-01T00:01:30Z",
                        "WRAPPED_UP 2026-01-01T00:01:35Z");
        assertThat(oneRow(handled + "talkIncludesHold: true\n", csv).story())
                .contains("HELD 2026-01-01T00:00:50Z", "TALK_ENDED 2026-01-01T00:01:10Z");
        assertThat(oneRow(handled + "talkIncludesHold: true\n", csv.replace(",60,20", ",10,20"))
                        .reasons())
                .containsExactly("visit.hold: is longer than the talk that contains it");
    }

    @Test
    void rowsOfOneContactAreToldApartByVisitAndLeg() throws Exception {
        Logs.Read read = oneRow("""
                queue: queue
                enqueued: at
                wait: {value: 0}
                outcome: {value: answered}
                visit: visit
                leg: leg
                """, """
                id,queue,at,visit,leg
                1,sales,2026-01-01T00:00:00,v1,l1
                1,sales,2026-01-01T00:00:00,v1,l2
                1,billing,2026-01-01T00:05:00,v2,l1
                """);
        assertThat(read.report().taken()).isEqualTo(3);
        assertThat(read.events())
                .extracting(event -> Logs.said(event, "eventId"))
                .containsExactly(
                        "x/1/v1/ENQUEUED",
                        "x/1/v1/l1/ANSWERED",
                        "x/1/v1/ENQUEUED",
                        "x/1/v1/l2/ANSWERED",
                        "x/1/v2/ENQUEUED",
                        "x/1/v2/l1/ANSWERED");
    }

    @Test
    void aChatTellsItsFirstReply() throws Exception {
        Logs.Read read = oneRow("""
                channel: {column: kind, values: {webchat: chat}}
                queue: {value: sales}
                enqueued: at
                wait: {value: 2}
                outcome: {value: answered}
                firstReplyAfter: {column: reply, unit: milliseconds}
                """, "id,kind,at,reply\n1,webchat,2026-01-01T00:00:00,7500\n");
        assertThat(read.story()).endsWith("MESSAGE 2026-01-01T00:00:07.500Z");
        assertThat(read.events()).allMatch(event -> event.value() instanceof ChatEvent);
    }

    @Test
    void aTicketTellsItsWayFromCreatedToClosed() throws Exception {
        Logs.Read read = Logs.read(folder, """
                source: desk
                contact: id
                times: {zone: UTC}
                durations: {unit: hours}
                ticket:
                  queue: group
                  created: created
                  priority: prio
                  agent: assignee
                  assignedAfter: {column: assigned, unit: minutes}
                  firstReplyAfter: reply
                  solved: solved
                  closed: closed
                survey:
                  csat: {column: rating, lowest: 0, highest: 1, values: {good: 1, bad: 0}}
                """, """
                id,group,created,prio,assignee,assigned,reply,solved,closed,rating
                1,billing,2026-01-01T00:00:00,high,ann,30,1.5,2026-01-02T00:00:00,,good
                """);
        assertThat(read.story())
                .containsExactly(
                        "CREATED 2026-01-01T00:00:00Z",
                        "ASSIGNED 2026-01-01T00:30:00Z",
                        "REPLIED 2026-01-01T01:30:00Z",
                        "STATUS_CHANGED 2026-01-02T00:00:00Z",
                        "ANSWERED 2026-01-02T00:00:00Z");
        assertThat(((TicketEvent) read.events().get(0).value()).getPriority()).isEqualTo("high");
    }

    @Test
    void aSurveyTellsItsRatingsWithTheirScales() throws Exception {
        Logs.Read read = Logs.read(folder, """
                source: desk
                contact: id
                times: {zone: UTC}
                survey:
                  sent: sent
                  answered: answered
                  csat: stars
                  nps: {column: nps, none: [n/a]}
                  ces: {column: effort, lowest: 1, highest: 5, highIsEasy: false}
                  resolved: {column: done, values: {Y: yes, N: no}}
                """, """
                id,sent,answered,stars,nps,effort,done
                1,2026-01-01T00:00:00,2026-01-01T00:05:00,4.0,n/a,2,Y
                2,2026-01-01T00:00:00,,,,,
                3,2026-01-01T00:00:00,2026-01-01T00:05:00,6,9,2,Y
                """);
        assertThat(read.story())
                .containsExactly(
                        "SENT 2026-01-01T00:00:00Z", "ANSWERED 2026-01-01T00:05:00Z", "SENT 2026-01-01T00:00:00Z");
        SurveyEvent answered = (SurveyEvent) read.events().get(1).value();
        assertThat(answered.getCsat()).isEqualTo(4);
        assertThat(answered.getNps()).isNull();
        assertThat(answered.getCesHighest()).isEqualTo(5);
        assertThat(answered.getCesHighIsEasy()).isFalse();
        assertThat(answered.getResolved()).isTrue();
        assertThat(read.reasons()).containsExactly("survey.csat: must be a whole number from 1 to 5");
    }
}
