package io.ringside.core.alerts;

import java.time.Instant;
import java.util.Optional;

import io.ringside.core.alerts.AlertRule.Judgement;
import io.ringside.core.scorecards.Scorecard;

/**
 * Where one rule stands for one scope. Moments are epoch milliseconds.
 *
 * @param phase quiet, in breach but not for long enough, open, or open and recovering
 * @param breachedAt when the breach began; 0 when quiet
 * @param recoveredAt when the recovery began; 0 unless recovering
 * @param worst the worst value since the breach began
 * @param said the worst value that was told
 * @param saidAt when the alert was last told of
 */
public record Episode(Phase phase, long breachedAt, long recoveredAt, double worst, double said, long saidAt) {
    /** No breach. */
    public static final Episode QUIET = new Episode(Phase.QUIET, 0, 0, 0, 0, 0);

    /** An open alert that gets worse is told of again after this time, in milliseconds. */
    private static final long UPDATE_EVERY = 60_000;

    /** The phases of an episode. */
    public enum Phase {
        QUIET,
        PENDING,
        OPEN,
        RECOVERING
    }

    /** What a step leads to: where the rule stands now, and what is to be told, if anything. */
    public record Step(Episode episode, Optional<Alert> alert) {}

    /** Takes one look at the figure at a moment. */
    public Step step(AlertRule rule, Judgement judgement, Scorecard scorecard, long now) {
        return switch (phase) {
            case QUIET -> judgement.breached() ? begin(judgement, now).step(rule, judgement, scorecard, now) : stay();
            case PENDING -> pending(rule, judgement, scorecard, now);
            case OPEN, RECOVERING -> open(rule, judgement, scorecard, now);
        };
    }

    private Step stay() {
        return new Step(this, Optional.empty());
    }

    private static Episode begin(Judgement judgement, long now) {
        return new Episode(Phase.PENDING, now, 0, judgement.value().orElse(judgement.limit()), 0, 0);
    }

    private Step pending(AlertRule rule, Judgement judgement, Scorecard scorecard, long now) {
        if (!judgement.breached()) {
            return new Step(QUIET, Optional.empty());
        }
        double worse = worst(rule, judgement);
        if (now - breachedAt < rule.hold().toMillis()) {
            return new Step(new Episode(Phase.PENDING, breachedAt, 0, worse, 0, 0), Optional.empty());
        }
        Episode open = new Episode(Phase.OPEN, breachedAt, 0, worse, worse, now);
        return new Step(open, Optional.of(open.alert(rule, Alert.State.OPEN, judgement, scorecard, now)));
    }

    private Step open(AlertRule rule, Judgement judgement, Scorecard scorecard, long now) {
        double worse = worst(rule, judgement);
        if (judgement.recovered()) {
            long since = phase == Phase.RECOVERING ? recoveredAt : now;
            Episode recovering = new Episode(Phase.RECOVERING, breachedAt, since, worst, said, saidAt);
            return now - since < rule.hold().toMillis() && !judgement.shut()
                    ? new Step(recovering, Optional.empty())
                    : new Step(QUIET, Optional.of(alert(rule, Alert.State.RESOLVED, judgement, scorecard, now)));
        }
        if (rule.isWorse(worse, said) && now - saidAt >= UPDATE_EVERY) {
            Episode updated = new Episode(Phase.OPEN, breachedAt, 0, worse, worse, now);
            return new Step(updated, Optional.of(updated.alert(rule, Alert.State.UPDATED, judgement, scorecard, now)));
        }
        return new Step(new Episode(Phase.OPEN, breachedAt, 0, worse, said, saidAt), Optional.empty());
    }

    private double worst(AlertRule rule, Judgement judgement) {
        double value = judgement.value().orElse(worst);
        return rule.isWorse(value, worst) ? value : worst;
    }

    private Alert alert(AlertRule rule, Alert.State state, Judgement judgement, Scorecard scorecard, long now) {
        String id = scorecard.scope().key() + "|" + rule.id() + "|" + Instant.ofEpochMilli(breachedAt);
        return new Alert(
                id,
                rule.id(),
                state,
                scorecard,
                breachedAt,
                now,
                judgement.value(),
                worst,
                judgement.limit(),
                judgement.volume(),
                judgement.text());
    }
}
