package io.ringside.adapters.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;
import io.ringside.schemas.scorecards.Watermark;

import static org.assertj.core.api.Assertions.assertThat;

final class ScorecardJsonTest {
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Scorecard SALES = SampleScorecards.queue("voice", "Sales \"West\" <b>")
            .at("Berlin")
            .waiting(3, Duration.ofSeconds(95))
            .known(0.97)
            .share("service_level", 81, 100, 0.8, Status.AT_RISK)
            .share("csat", 0, 0, 0.85, Status.NO_DATA)
            .value("asa_p90", 41.25, null, Status.NO_TARGET)
            .card();

    @Test
    void aScorecardIsWrittenAsTheTopicHasIt() {
        String json = new String(
                JsonText.object(out -> {
                    out.beginArray("scorecards");
                    ScorecardJson.write(out, SALES, kpi -> true);
                    out.endArray();
                }),
                StandardCharsets.UTF_8);
        assertThat(json).isEqualTo("""
                        {"scorecards":[{"scope":"QUEUE","queue":"Sales \\"West\\" <b>","channel":"voice",\
                        "site":"Berlin","agent":null,"team":null,"window":"30m","attribution":"OUTCOME",\
                        "headline":true,"windowStart":"2026-03-02T09:30:00Z","windowEnd":"2026-03-02T10:00:00Z",\
                        "zone":"Europe/Berlin","asOf":"2026-03-02T10:00:00Z","final":false,"revision":0,"cause":null,\
                        "settingsVersion":"0-1f0c9a2b","open":null,"waiting":3,"oldestWaitingSince":"2026-03-02T09:58:25Z","backlog":null,\
                        "oldestOpenSince":null,"waitingAtStart":null,"waitingAtEnd":null,"residual":null,\
                        "completeness":0.97,"kpis":{\
                        "service_level":{"value":0.81,"numerator":81,"denominator":100,"target":0.8,\
                        "status":"AT_RISK"},\
                        "csat":{"value":null,"numerator":0,"denominator":0,"target":0.85,"status":"NO_DATA"},\
                        "asa_p90":{"value":41.25,"numerator":null,"denominator":null,"target":null,\
                        "status":"NO_TARGET"}}}]}""");
    }

    @Test
    void aFrameSaysHowTheFeedStandsHowOldItIsAndWhatChanged() {
        SampleTopics topics = new SampleTopics();
        BoardFold fold = new BoardFold(0, topics.decoder());
        Scorecard chat = SampleScorecards.channel("chat")
                .value("asa", 12.0, 30.0, Status.MET)
                .value("asa_p90", 20.0, null, Status.NO_TARGET)
                .card();
        topics.post(fold, chat);
        topics.post(fold, SampleScorecards.channel("voice").over("5m").card());
        fold.advance(new Watermark("kpis", 0, TEN.minusSeconds(1), TEN));
        Board board = fold.board(new Feed(Feed.State.LIVE, TEN));

        String first = frame(board, Board.Mark.NONE);
        assertThat(first)
                .startsWith("event: board\ndata: {\"now\":\"2026-03-02T10:00:00Z\",\"build\":\"b1\",\"full\":true,"
                        + "\"window\":\"30m\",\"feed\":{\"state\":\"LIVE\",\"since\":\"2026-03-02T10:00:00Z\","
                        + "\"reason\":\"\"},\"asOf\":\"2026-03-02T09:59:59Z\",\"scorecards\":[{\"scope\":\"CHANNEL\",")
                .endsWith("\"kpis\":{\"asa\":{\"value\":12,\"numerator\":null,\"denominator\":null,\"target\":30,"
                        + "\"status\":\"MET\"}}}]}\n\n")
                .doesNotContain("voice");

        assertThat(frame(board, board.mark())).contains("\"full\":false").endsWith("\"scorecards\":[]}\n\n");
    }

    @Test
    void theCatalogueSaysOfEveryKpiWhatItIs() {
        assertThat(new String(CatalogueJson.text(), StandardCharsets.UTF_8))
                .startsWith("{\"kpis\":[{\"id\":\"waiting\",\"name\":\"Waiting\",\"unit\":\"count\"")
                .contains(
                        "{\"id\":\"service_level\",\"name\":\"Service level\",\"unit\":\"ratio\",\"better\":\"higher\","
                                + "\"definition\":\"answered_in_time / service_level_events\",\"placedBy\":\"the service-level"
                                + " event: answered or left in time, or the threshold passed\",\"source\":\"Cisco ICM, ICMI\","
                                + "\"channels\":[\"voice\",\"chat\"]}");
    }

    private static String frame(Board board, Board.Mark since) {
        return new String(new Frames(board, TEN, "b1").frame("30m", since), StandardCharsets.UTF_8);
    }
}
