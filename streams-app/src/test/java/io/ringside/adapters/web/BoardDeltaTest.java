package io.ringside.adapters.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** A page that takes some of the boards, and of each only what changed, shows what the last of them shows. */
final class BoardDeltaTest {
    private static final Feed LIVE = new Feed(Feed.State.LIVE, Instant.EPOCH);

    private final SampleTopics topics = new SampleTopics();

    /** Steps: 0 to 3 post to a queue, 4 and 5 take one away, 6 and 7 let the page look, 8 begins a new reading. */
    @Property(tries = 300)
    void whatAPageGathersIsWhatTheBoardShows(@ForAll @Size(max = 40) List<@IntRange(max = 8) Integer> steps) {
        BoardFold fold = new BoardFold(0, topics.decoder());
        Map<String, Scorecard> page = new HashMap<>();
        Board.Mark had = Board.Mark.NONE;
        long readings = 0;
        double asa = 1;
        for (int step : steps) {
            if (step < 4) {
                topics.post(fold, queue(step, asa++));
            } else if (step < 6) {
                fold.post(SampleTopics.key(queue(step - 4, 0)), null);
            } else if (step < 8) {
                had = look(page, had, fold.board(LIVE));
            } else {
                fold = new BoardFold(++readings, topics.decoder());
            }
        }
        Board last = fold.board(LIVE);
        look(page, had, last);
        assertThat(page.values())
                .containsExactlyInAnyOrderElementsOf(
                        last.scorecards(key -> true).toList());
    }

    private static Board.Mark look(Map<String, Scorecard> page, Board.Mark had, Board board) {
        if (!board.follows(had)) {
            page.clear();
        }
        board.changedSince(had, key -> true).forEach(card -> page.put(SampleTopics.key(card), card));
        return board.mark();
    }

    private static Scorecard queue(int number, double asa) {
        return SampleScorecards.queue("voice", "queue " + number)
                .value("asa", asa, 30.0, Status.MET)
                .card();
    }
}
