package io.ringside.producers.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MappingTest {
    private static final String VISIT = """
            source: pbx
            times: {zone: Europe/Berlin}
            contact: id
            visit:
              queue: queue
              enqueued: arrived
              wait: waited
              outcome: {column: result, values: {OK: answered}}
            """;

    @TempDir
    private Path folder;

    private static List<String> problems(String yaml) {
        InvalidMapping invalid = catchThrowableOfType(InvalidMapping.class, () -> Logs.mapping(yaml));
        return invalid.problems().stream().map(MappingProblem::toString).toList();
    }

    @Test
    void allProblemsAreSaidTogetherWithPathValueRuleAndLine() {
        assertThat(problems("""
                        source: pbx
                        times: {zone: Europe/Atlantis, pattern: quarter past nine}
                        durations: {unit: fortnights}
                        colour: blue
                        visit:
                          queue: {value: sales, column: queue}
                          enqueued: arrived
                          wait: {column: waited, unit: parsecs}
                          left: gone
                          outcome: {column: result, values: {OK: answerd}}
                          talk: {column: talk, when: {talk: {above: high}}}
                        survey:
                          csat: {column: stars, lowest: 5, highest: 1}
                        """))
                .containsExactly(
                        "line 1: contact: is required",
                        "line 2: times.pattern: must be iso, epoch-seconds, epoch-milliseconds or a pattern of a date and a"
                                + " time of day, was \"quarter past nine\"",
                        "line 2: times.zone: must be a time zone such as Europe/Berlin, UTC or +02:00, was \"Europe/Atlantis\"",
                        "line 3: durations.unit: must mean one of milliseconds, seconds, minutes, hours, clock, was"
                                + " \"fortnights\"",
                        "line 4: colour: unknown key; known here: contact, durations, file, ignore, source, survey, ticket,"
                                + " times, visit",
                        "line 6: visit.queue.column: unknown key; known here: value, when",
                        "line 8: visit.wait.unit: must mean one of milliseconds, seconds, minutes, hours, clock, was \"parsecs\"",
                        "line 9: visit.left: must not stand beside wait: give one of the two, was \"gone\"",
                        "line 10: visit.outcome.values.OK: must mean one of answered, abandoned, ignored, voicemail, overflow,"
                                + " transfer, callback-accepted, timed-out, closed, error, was \"answerd\"",
                        "line 11: visit.talk.when.talk.above: must be a number, was \"high\"",
                        "line 13: survey.csat: lowest must be less than highest, was a map");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() {
        assertThat(problems("source: pbx\ncontact: [id\nvisit: {"))
                .singleElement()
                .asString()
                .startsWith("line 3: mapping: is not YAML");
        assertThat(problems("")).containsExactly("line 1: mapping: must not be empty");
        assertThat(problems("just words"))
                .contains("line 1: mapping: must be a map of keys and values, was \"just words\"");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThat(problems(VISIT + "source: other"))
                .containsExactly("line 9: source: must be given once only, was \"other\"");
    }

    @Test
    void aKeyWithoutValueIsRefused() {
        assertThat(problems(VISIT.replace("contact: id", "contact:")))
                .containsExactly("line 3: contact: has no value: give one, or leave the key out, was \"\"");
    }

    @Test
    void aMappingThatTellsNothingIsRefused() {
        assertThat(problems("source: pbx\ncontact: id"))
                .containsExactly("line 1: mapping: needs a visit, a ticket or a survey, was a map");
    }

    @Test
    void aPatternWithoutZoneNeedsOne() {
        assertThat(problems("""
                        source: pbx
                        contact: id
                        survey:
                          answered: {column: at, pattern: dd/MM/yyyy HH:mm}
                          csat: stars
                        """))
                .containsExactly(
                        "line 4: survey.answered: needs a zone: the pattern names none (times.zone, or zone here), was a map");
    }

    @Test
    void handlingThatFollowsNoTalkIsRefused() {
        assertThat(problems(VISIT + "  wrapUp: acw\n"))
                .containsExactly("line 5: visit: needs talk or talkEnded for hold and wrapUp to follow, was a map");
    }

    @Test
    void columnsTheFileLacksAreRefusedAllTogether() throws Exception {
        Path file = Files.writeString(folder.resolve("log.csv"), "id,queue,arrived,result,arrived\n");
        InvalidMapping refused =
                catchThrowableOfType(InvalidMapping.class, () -> ContactLog.open(file, Logs.mapping(VISIT)));
        assertThat(refused.problems())
                .extracting(MappingProblem::toString)
                .containsExactly(
                        "line 6: visit.enqueued: must not be a column the file has twice, was \"arrived\"",
                        "line 7: visit.wait: must be a column of the file, which has id, queue, arrived, result, arrived, was"
                                + " \"waited\"");
    }

    @Test
    void theExampleOfTheDocumentationIsReadAsItSays() throws Exception {
        String page = Files.readString(Path.of("../docs/scoring.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```", page.indexOf("```yaml\n") + 8));
        Logs.Read read = Logs.read(folder, yaml, """
                id,arrived,queue,seconds waited,result,agent,talk,stars
                7,03/02/2026 09:00:00,sales,12,OK,ann,3:20,5
                8,03/02/2026 09:00:30,sales,41,HUNGUP,,,
                9,03/02/2026 09:01:10,sales,0,TEST,,,
                """);
        assertThat(read.story())
                .containsExactly(
                        "ENQUEUED 2026-02-03T08:00:00Z",
                        "ANSWERED 2026-02-03T08:00:12Z",
                        "TALK_ENDED 2026-02-03T08:03:32Z",
                        "WRAPPED_UP 2026-02-03T08:03:32Z",
                        "ANSWERED 2026-02-03T08:03:32Z",
                        "ENQUEUED 2026-02-03T08:00:30Z",
                        "ABANDONED 2026-02-03T08:01:11Z");
        assertThat(read.report().ignored()).containsOnlyKeys("visit.outcome: ignored");
    }
}
