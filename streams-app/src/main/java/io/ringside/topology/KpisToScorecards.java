package io.ringside.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.ringside.core.kpis.WindowTally;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.core.scorecards.Scorecards;

/**
 * The third arrow: reads scorecards off window tallies. Shows those of open windows on the scoreboard once they are
 * committed; forwards all, and what else comes, in the order in which it came.
 */
final class KpisToScorecards implements Processor<String, Object, String, Object> {
    private final String stage;
    private final Observer observer;
    private final Scorecards scorecards;
    private ProcessorContext<String, Object> context;
    private Draft draft;

    KpisToScorecards(String stage, Settings settings, Observer observer) {
        this.stage = stage;
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
        if (input.value() instanceof Committed) {
            draft.shown();
            return;
        }
        if (!(input.value() instanceof WindowTally tally)) {
            context.forward(input);
            return;
        }
        Scorecard scorecard = scorecards.of(tally);
        if (!scorecard.isFinal()) {
            draft.show(scorecard);
        }
        context.forward(input.withKey(scorecard.key()).withValue(scorecard));
    }
}
