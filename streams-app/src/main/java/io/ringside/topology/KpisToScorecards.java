package io.ringside.topology;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.ringside.core.kpis.WindowTally;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.core.scorecards.Scorecards;
import io.ringside.schemas.scorecards.Watermark;

/**
 * The third arrow: reads scorecards off window tallies. Those of open windows go into their topic, are judged, and are shown
 * on the scoreboard once they are committed; those of closed windows go into the history. Watermarks go the way of open
 * windows, behind all that they speak of.
 */
final class KpisToScorecards implements Processor<String, Object, String, Object> {
    private static final int MOST_STARTS = 1_000;

    private final String stage;
    private final Way<Scorecard> open;
    private final Way<Scorecard> history;
    private final Way<Watermark> watermarks;
    private final Way<Object> judge;
    private final Observer observer;
    private final Scorecards scorecards;

    /** The texts of moments at which windows start: thousands of scopes have the same. */
    private final Map<Instant, String> starts = new HashMap<>();

    private ProcessorContext<String, Object> context;
    private Draft draft;

    KpisToScorecards(String stage, Settings settings, Observer observer) {
        this.stage = stage;
        this.open = Way.scorecards(stage);
        this.history = Way.history(stage);
        this.watermarks = Way.watermarks(stage);
        this.judge = Way.judge(stage);
        this.observer = observer;
        this.scorecards = new Scorecards(settings.definitions());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        draft = new Draft(observer.scoreboard(), stage + "/" + context.taskId().partition());
    }

    @Override
    public void process(Record<String, Object> input) {
        if (input.value() instanceof WindowTally tally) {
            state(scorecards.of(tally), input.timestamp());
        } else if (input.value() instanceof Watermark watermark) {
            watermarks.send(context, input.key(), watermark, input.timestamp());
            judge.send(context, input.key(), watermark, input.timestamp());
        } else if (input.value() instanceof Committed) {
            draft.shown();
        }
    }

    private void state(Scorecard scorecard, long timestamp) {
        String key = scorecard.key();
        if (scorecard.isFinal()) {
            history.send(context, key + "|" + text(scorecard.window().start()), scorecard, timestamp);
            return;
        }
        draft.show(scorecard);
        open.send(context, key, scorecard, timestamp);
        judge.send(context, key, scorecard, timestamp);
    }

    private String text(Instant start) {
        if (starts.size() > MOST_STARTS) {
            starts.clear();
        }
        return starts.computeIfAbsent(start, Instant::toString);
    }
}
