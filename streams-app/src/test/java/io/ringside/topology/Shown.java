package io.ringside.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Cause;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;
import io.ringside.core.scorecards.Scoreboard;
import io.ringside.core.scorecards.Scorecard;

/** Keeps what the topology shows. */
final class Shown implements Observer, Scoreboard {
    final Map<String, Scorecard> scorecards = new HashMap<>();
    final Map<Scope, Live> live = new HashMap<>();
    final Map<Scope, Tally> totals = new HashMap<>();
    final Map<String, Instant> watermarks = new HashMap<>();
    final List<String> refused = new ArrayList<>();
    final List<Scope> unknownQueues = new ArrayList<>();
    final List<String> tooLate = new ArrayList<>();
    int unknownWaiting;
    final List<Change> settings = new ArrayList<>();
    final List<String> refusedSettings = new ArrayList<>();
    final List<String> retired = new ArrayList<>();

    /** Forgets all that is shown. */
    void forget() {
        scorecards.clear();
        live.clear();
        totals.clear();
        watermarks.clear();
    }

    @Override
    public Scoreboard scoreboard() {
        return this;
    }

    @Override
    public void refused(String reason) {
        refused.add(reason);
    }

    @Override
    public void cameTooLate(String window, Cause cause, int counts) {
        tooLate.add(counts + " of " + window + ": " + cause.id());
    }

    @Override
    public void unknownQueue(Scope queue) {
        unknownQueues.add(queue);
    }

    @Override
    public void unknownWaiting() {
        unknownWaiting++;
    }

    @Override
    public void settingsChanged(Change change) {
        settings.add(change);
    }

    @Override
    public void settingsRefused(String key, String why) {
        refusedSettings.add(key + ": " + why);
    }

    @Override
    public void show(String owner, Scorecard scorecard) {
        scorecards.put(scorecard.key(), scorecard);
    }

    @Override
    public boolean shows(Scope scope) {
        return true;
    }

    @Override
    public void showTotals(String owner, Scope scope, Live open, Tally tally) {
        live.put(scope, open);
        totals.put(scope, tally);
    }

    @Override
    public void showWatermark(String owner, Instant asOf) {
        watermarks.put(owner, asOf);
    }

    @Override
    public void retire(String owner) {
        retired.add(owner);
    }
}
