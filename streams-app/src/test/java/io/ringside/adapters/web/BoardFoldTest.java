package io.ringside.adapters.web;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;
import io.ringside.schemas.scorecards.Watermark;

import static org.assertj.core.api.Assertions.assertThat;

final class BoardFoldTest {
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Feed LIVE = new Feed(Feed.State.LIVE, TEN);

    private final SampleTopics topics = new SampleTopics();
    private final BoardFold fold = new BoardFold(0, topics.decoder());

    @Test
    void theLatestScorecardOfAKeyIsShown() {
        topics.post(fold, sales(20));
        topics.post(fold, sales(25));
        assertThat(shown(fold.board(LIVE))).containsExactly(sales(25));
    }

    @Test
    void scorecardsStandInTheOrderOfTheirKeys() {
        Scorecard all = SampleScorecards.all().card();
        Scorecard claims = SampleScorecards.queue("voice", "claims").card();
        topics.post(fold, sales(20));
        topics.post(fold, claims);
        topics.post(fold, all);
        assertThat(shown(fold.board(LIVE))).containsExactly(all, claims, sales(20));
    }

    @Test
    void aScorecardThatIsGoneIsNotShown() {
        topics.post(fold, sales(20));
        fold.post(SampleTopics.key(sales(20)), null);
        assertThat(shown(fold.board(LIVE))).isEmpty();
    }

    @Test
    void aBoardDoesNotChangeOnceItIsShown() {
        topics.post(fold, sales(20));
        Board board = fold.board(LIVE);
        topics.post(fold, sales(25));
        assertThat(shown(board)).containsExactly(sales(20));
    }

    @Test
    void dataAsOfIsTheLeastOfTheNewestWatermarksOfEveryStageAndPartition() {
        assertThat(fold.board(LIVE).asOf()).isEmpty();
        fold.advance(watermark("kpis", 0, TEN.plusSeconds(1)));
        fold.advance(watermark("kpis", 1, TEN.plusSeconds(9)));
        fold.advance(watermark("rollups", 0, TEN.plusSeconds(5)));
        assertThat(fold.board(LIVE).asOf()).contains(TEN.plusSeconds(1));
        fold.advance(watermark("kpis", 0, TEN.plusSeconds(7)));
        assertThat(fold.board(LIVE).asOf()).contains(TEN.plusSeconds(5));
    }

    @Test
    void aPageThatHasABoardNeedsOnlyWhatChangedSince() {
        topics.post(fold, sales(20));
        Board.Mark had = fold.board(LIVE).mark();
        Scorecard claims = SampleScorecards.queue("voice", "claims").card();
        topics.post(fold, claims);
        Board board = fold.board(LIVE);
        assertThat(board.follows(had)).isTrue();
        assertThat(board.changedSince(had, key -> true)).containsExactly(claims);
    }

    @Test
    void afterARemovalAndAfterANewReadingAPageNeedsEverything() {
        topics.post(fold, sales(20));
        Board.Mark had = fold.board(LIVE).mark();
        fold.post(SampleTopics.key(sales(20)), null);
        assertThat(fold.board(LIVE).follows(had)).isFalse();

        BoardFold anew = new BoardFold(1, topics.decoder());
        topics.post(anew, sales(30));
        assertThat(anew.board(LIVE).follows(had)).isFalse();
        assertThat(anew.board(LIVE).changedSince(had, key -> true)).containsExactly(sales(30));
    }

    @Test
    void bytesThatAreNoScorecardAreLeftOutAndCounted() {
        ScorecardDecoder decoder = topics.decoder();
        BoardFold damaged = new BoardFold(0, decoder);
        damaged.post("queue/voice/odd|30m|outcome", new byte[] {0, 0, 0, 0, 1, 77});
        topics.post(damaged, sales(20));
        assertThat(shown(damaged.board(LIVE))).containsExactly(sales(20));
        assertThat(decoder.refused()).isEqualTo(1);
    }

    static Watermark watermark(String stage, int partition, Instant asOf) {
        return new Watermark(stage, partition, asOf, asOf);
    }

    private static Scorecard sales(double asa) {
        return SampleScorecards.queue("voice", "sales")
                .value("asa", asa, 30.0, Status.MET)
                .card();
    }

    private static List<Scorecard> shown(Board board) {
        return board.scorecards(key -> true).toList();
    }
}
