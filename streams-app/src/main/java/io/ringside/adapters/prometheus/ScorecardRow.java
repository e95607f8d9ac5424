package io.ringside.adapters.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;

import io.ringside.core.scorecards.Scorecard;

/**
 * A scorecard of an open window with its labels. Immutable.
 *
 * @param scope the labels of the scope
 * @param labels the same, with window and attribution
 */
record ScorecardRow(Labels scope, Labels labels, Scorecard scorecard) {

    static ScorecardRow of(Labels scope, Scorecard scorecard) {
        Labels labels = scope.merge(Labels.of(
                "window",
                scorecard.window().id(),
                "attribution",
                scorecard.attribution().id()));
        return new ScorecardRow(scope, labels, scorecard);
    }

    /** The same labels for what the window shows now. */
    ScorecardRow with(Scorecard newer) {
        return new ScorecardRow(scope, labels, newer);
    }
}
