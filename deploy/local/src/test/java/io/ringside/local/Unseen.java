package io.ringside.local;

import java.time.Instant;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Cause;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;
import io.ringside.core.scorecards.Scoreboard;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.topology.Observer;

/** A scoreboard that nobody looks at. */
final class Unseen implements Observer, Scoreboard {
    @Override
    public boolean shows(Scope scope) {
        return false;
    }

    @Override
    public Scoreboard scoreboard() {
        return this;
    }

    @Override
    public void refused(String reason) {}

    @Override
    public void cameTooLate(String window, Cause cause, int counts) {}

    @Override
    public void unknownQueue(Scope queue) {}

    @Override
    public void unknownWaiting() {}

    @Override
    public void settingsChanged(Change change) {}

    @Override
    public void settingsRefused(String key, String why) {}

    @Override
    public void show(String owner, Scorecard scorecard) {}

    @Override
    public void showTotals(String owner, Scope scope, Live live, Tally totals) {}

    @Override
    public void showWatermark(String owner, Instant asOf) {}

    @Override
    public void retire(String owner) {}
}
