package io.ringside.producers.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.FlowOutReason;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContactLogTest {
    private static final String PBX = """
            source: pbx
            times: {zone: Europe/Berlin}
            file: {none: ["-"]}
            contact: id
            visit:
              queue: queue
              enqueued: arrived
              wait: waited
              outcome: {column: result, values: {OK: answered, LOST: abandoned, VM: voicemail}}
              agent: agent
              talk: talk
            """;
    private static final String HEADER = "id,queue,arrived,waited,result,agent,talk\n";

    @TempDir
    private Path folder;

    @Test
    void rowsThatCannotBeReadAreCountedByReasonAndTheRestGoesOn() throws Exception {
        Logs.Read read = Logs.read(folder, PBX, HEADER + """
                        1,sales,2026-02-03 09:00:00,5,OK,ann,60
                        2,sales,2026-02-30 09:00:00,5,OK,ann,60
                        3,sales,2026-02-03 09:00:00,-5,OK,ann,60

                        4,sales,2026-02-03 09:00:00,5,HUH,ann,60
                        5,-,2026-02-03 09:00:00,5,OK,ann,60
                        6,sales,2026-02-03 09:00:00,5
                        7,sales,2026-02-03 09:00:00,5,OK,ann,60,more
                        8,sales,2026-02-03 09:00:00,soon,OK,ann,60
                        9,sales,2026-02-03 09:00:00,5,OK,ann,
                        10,sales,yesterday,5,OK,ann,60
                        11,sales,2026-02-03 09:00:00,5,LOST,-,
                        """);
        assertThat(read.report().unreadable())
                .containsExactly(
                        new ReadReport.Unreadable(
                                "visit.enqueued: is not a time written as iso",
                                2,
                                List.of(3L, 12L),
                                "2026-02-30 09:00:00"),
                        new ReadReport.Unreadable("visit.wait: must not be negative", 1, List.of(4L), "-5"),
                        new ReadReport.Unreadable(
                                "visit.outcome: must mean one of answered, abandoned, ignored, voicemail, overflow,"
                                        + " transfer, callback-accepted, timed-out, closed, error",
                                1,
                                List.of(6L),
                                "HUH"),
                        new ReadReport.Unreadable("visit.queue: is empty", 1, List.of(7L), ""),
                        new ReadReport.Unreadable("row: has fewer cells than the header", 1, List.of(8L), "4 of 7"),
                        new ReadReport.Unreadable("row: has more cells than the header", 1, List.of(9L), "8 of 7"),
                        new ReadReport.Unreadable("visit.wait: is not a number of seconds", 1, List.of(10L), "soon"),
                        new ReadReport.Unreadable("visit.talk: is empty", 1, List.of(11L), ""));
        assertThat(read.report().rows()).isEqualTo(11);
        assertThat(read.report().unreadableRows()).isEqualTo(9);
        assertThat(read.report().taken()).isEqualTo(2);
        assertThat(read.story()).hasSize(6);
    }

    @Test
    void onlyTheFirstFiveLineNumbersAreKept() throws Exception {
        Logs.Read read = Logs.read(folder, PBX, HEADER + "1,sales,never,5,OK,ann,60\n".repeat(8));
        assertThat(read.report().unreadable())
                .containsExactly(new ReadReport.Unreadable(
                        "visit.enqueued: is not a time written as iso", 8, List.of(2L, 3L, 4L, 5L, 6L), "never"));
    }

    @Test
    void theSameRowTwiceCountsOnceAndAnotherRowOfTheSameContactIsRefused() throws Exception {
        Logs.Read read = Logs.read(folder, PBX, HEADER + """
                        1,sales,2026-02-03T09:00:00,5,LOST,,
                        1,sales,2026-02-03T09:00:00,5,LOST,,
                        1,sales,2026-02-04T09:00:00,7,LOST,,
                        """);
        assertThat(read.report().taken()).isEqualTo(1);
        assertThat(read.report().duplicates()).isEqualTo(1);
        assertThat(read.reasons()).containsExactly("contact: stands on an earlier row that says something else");
        assertThat(read.events()).hasSize(2);
    }

    @Test
    void eventIdsAreTheSameEachTimeAFileIsRead() throws Exception {
        String csv = HEADER + "1,sales,2026-02-03T09:00:00,5,OK,ann,60\n";
        List<Emitted> once = Logs.read(folder, PBX, csv).events();
        assertThat(Logs.read(folder, PBX, csv).events()).isEqualTo(once);
        assertThat(once).extracting(event -> Logs.said(event, "eventId")).doesNotHaveDuplicates();
    }

    @Test
    void anEventCarriesWhatItsTypeNeedsAndNoMore() throws Exception {
        List<Emitted> events = Logs.read(folder, PBX, HEADER + "1,sales,2026-02-03T09:00:00,5,VM,-,\n")
                .events();
        CallEvent enqueued = (CallEvent) events.get(0).value();
        assertThat(enqueued.getQueue()).isEqualTo("sales");
        assertThat(enqueued.getVisitId()).isNull();
        assertThat(enqueued.getSource()).isEqualTo("pbx");
        assertThat(events.get(0).key()).isEqualTo("1");
        CallEvent flowedOut = (CallEvent) events.get(1).value();
        assertThat(flowedOut.getFlowOutReason()).isEqualTo(FlowOutReason.VOICEMAIL);
        assertThat(flowedOut.getQueue()).isNull();
        assertThat(flowedOut.getAgent()).isNull();
    }

    @Test
    void aTimeTheClockSkippedIsReadAsLaterAndOneItShowedTwiceAsTheFirst() throws Exception {
        Logs.Read read = Logs.read(folder, PBX, HEADER + """
                        1,sales,2026-03-29T02:30:00,5,LOST,,
                        2,sales,2026-10-25T02:30:00,5,LOST,,
                        """);
        assertThat(read.story())
                .containsExactly(
                        "ENQUEUED 2026-03-29T01:30:00Z",
                        "ABANDONED 2026-03-29T01:30:05Z",
                        "ENQUEUED 2026-10-25T00:30:00Z",
                        "ABANDONED 2026-10-25T00:30:05Z");
        assertThat(read.report().skippedTimes()).isEqualTo(1);
        assertThat(read.report().repeatedTimes()).isEqualTo(1);
    }

    @Test
    void aRepeatedTimeThatWouldComeBeforeTheOneItFollowsIsTheSecond() throws Exception {
        String mapping = PBX.replace("wait: waited", "left: waited");
        Logs.Read read =
                Logs.read(folder, mapping, HEADER + "1,sales,2026-10-25T02:58:00,2026-10-25T02:01:00,LOST,,\n");
        assertThat(read.story()).containsExactly("ENQUEUED 2026-10-25T00:58:00Z", "ABANDONED 2026-10-25T01:01:00Z");
    }

    @Test
    void aMomentBeforeTheOneItFollowsMakesTheRowUnreadable() throws Exception {
        String mapping = PBX.replace("wait: waited", "left: waited");
        Logs.Read read =
                Logs.read(folder, mapping, HEADER + "1,sales,2026-02-03T09:00:00,2026-02-03T08:59:59,LOST,,\n");
        assertThat(read.reasons()).containsExactly("visit.left: is before the moment it follows");
        assertThat(read.events()).isEmpty();
    }

    @Test
    void aGzippedFileIsKnownByItsFirstBytes() throws Exception {
        Path file = folder.resolve("log");
        Files.write(file, gzip(HEADER + "1,sales,2026-02-03T09:00:00,5,LOST,,\n"));
        try (ContactLog log = ContactLog.open(file, Logs.mapping(PBX))) {
            assertThat(log.read(event -> {}).taken()).isEqualTo(1);
        }
    }

    @Test
    void aFileThatWasCutOffIsNoFileToScore() throws Exception {
        byte[] whole = gzip(HEADER + "1,sales,2026-02-03T09:00:00,5,LOST,,\n".repeat(10_000));
        Path file = Files.write(folder.resolve("log"), Arrays.copyOf(whole, whole.length / 2));
        try (ContactLog log = ContactLog.open(file, Logs.mapping(PBX))) {
            assertThatThrownBy(() -> log.read(event -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("end of ZLIB");
        }
    }

    @Test
    void anEmptyFileHasNoHeader() throws Exception {
        Path file = Files.createFile(folder.resolve("log"));
        Mapping mapping = Logs.mapping(PBX);
        assertThatThrownBy(() -> ContactLog.open(file, mapping))
                .isInstanceOf(IOException.class)
                .hasMessage("is empty: there is no header");
    }

    @Test
    void delimiterEncodingHeaderAndSkippedLinesAreTheMappings() throws Exception {
        String mapping = PBX.replace(
                "file: {none: [\"-\"]}",
                "file: {delimiter: ;, quote: \"'\", encoding: windows-1252, skip: 1,"
                        + " header: [id, queue, arrived, waited, result, agent, talk]}\n"
                        + "durations: {decimal: \",\"}");
        Logs.Read read = Logs.read(
                folder,
                mapping,
                "Report of May\n1;'B\u00fcro; Nord';2026-02-03T09:00:00;1,5;LOST;;\n",
                Charset.forName("windows-1252"));
        assertThat(read.story()).containsExactly("ENQUEUED 2026-02-03T08:00:00Z", "ABANDONED 2026-02-03T08:00:01.500Z");
        assertThat(((CallEvent) read.events().get(0).value()).getQueue()).isEqualTo("B\u00fcro; Nord");
    }

    @Test
    void bytesThatAreNoTextInTheFilesEncodingMakeTheRowUnreadable() throws Exception {
        Logs.Read read = Logs.read(
                folder,
                PBX,
                HEADER + "1,B\u00fcro,2026-02-03T09:00:00,5,LOST,,\n2,Nord,2026-02-03T09:00:00,5,LOST,,\n",
                Charset.forName("windows-1252"));
        assertThat(read.reasons()).containsExactly("queue: is not text in the file's encoding");
        assertThat(read.report().taken()).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(Logs.read(folder, PBX, "\uFEFF" + HEADER + "1,sales,2026-02-03T09:00:00,5,LOST,,\n")
                        .events())
                .hasSize(2);
    }

    @Test
    void aQuoteThatNeverClosesCostsItsRowOnly() throws Exception {
        Logs.Read read = Logs.read(folder, PBX, HEADER + """
                        1,sales,2026-02-03T09:00:00,5,LOST,,
                        2,"sales,2026-02-03T09:00:00,5,LOST,,
                        """);
        assertThat(read.report().taken()).isEqualTo(1);
        assertThat(read.reasons()).containsExactly("row: has fewer cells than the header");
    }

    @Test
    void textAfterAClosingQuoteBelongsToItsCell() throws Exception {
        Logs.Read read = Logs.read(folder, PBX, HEADER + """
                        1,"sales"x,2026-02-03T09:00:00,5,LOST,,
                        2,sales,2026-02-03T09:00:00,5,LOST,,
                        """);
        assertThat(read.report().taken()).isEqualTo(2);
        assertThat(((CallEvent) read.events().get(0).value()).getQueue()).isEqualTo("salesx");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
