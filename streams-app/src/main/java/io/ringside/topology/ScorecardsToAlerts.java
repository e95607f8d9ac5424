package io.ringside.topology;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.core.alerts.AlertRule;
import io.ringside.core.alerts.AlertRule.Judgement;
import io.ringside.core.alerts.Episode;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Watermark;

/**
 * The fourth arrow: judges scorecards by the rules. What is in breach or recovering is looked at again with every
 * watermark, since a hold time passes even while figures stay the same. Forwards alerts.
 */
final class ScorecardsToAlerts implements Processor<String, Object, String, io.ringside.schemas.alerts.Alert> {
    private record Watch(AlertRule rule, Judgement judgement, Scorecard scorecard) {}

    private final String store;
    private final Settings settings;
    private final Map<String, Watch> watched = new HashMap<>();
    private ProcessorContext<String, io.ringside.schemas.alerts.Alert> context;
    private KeyValueStore<String, Episode> episodes;

    ScorecardsToAlerts(String store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, io.ringside.schemas.alerts.Alert> context) {
        this.context = context;
        watched.clear();
        episodes = context.getStateStore(store);
    }

    @Override
    public void process(Record<String, Object> input) {
        if (input.value() instanceof Scorecard scorecard && !scorecard.isFinal()) {
            for (AlertRule rule : settings.alerts()) {
                rule.judge(scorecard).ifPresent(judgement -> {
                    String key = scorecard.scope().key() + "|" + rule.id();
                    Watch watch = new Watch(rule, judgement, scorecard);
                    watched.put(key, watch);
                    step(key, watch, scorecard.asOf().toEpochMilli(), input.timestamp());
                });
            }
        } else if (input.value() instanceof Watermark watermark) {
            long now = watermark.getAsOf().toEpochMilli();
            watched.forEach((key, watch) -> step(key, watch, now, input.timestamp()));
        }
    }

    private void step(String key, Watch watch, long now, long timestamp) {
        Episode known = episodes.get(key);
        Episode before = known == null ? Episode.QUIET : known;
        if (before.phase() == Episode.Phase.QUIET && !watch.judgement.breached()) {
            return;
        }
        Episode.Step step = before.step(watch.rule, watch.judgement, watch.scorecard, now);
        if (!step.episode().equals(before)) {
            boolean quiet = step.episode().phase() == Episode.Phase.QUIET;
            episodes.put(key, quiet ? null : step.episode());
        }
        step.alert()
                .ifPresent(alert -> context.forward(new Record<>(alert.id(), AlertRecords.toAvro(alert), timestamp)));
    }
}
