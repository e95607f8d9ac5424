package io.ringside.topology;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;
import io.ringside.core.scorecards.Scoreboard;
import io.ringside.core.scorecards.Scorecard;

/**
 * What is to be shown once it is committed. A crash takes back what is not, and a counter that was seen to fall would
 * pass for one that began anew: whatever it had come to would be counted twice.
 */
final class Draft {
    private final Scoreboard scoreboard;
    private final String owner;
    private final Map<String, Scorecard> scorecards = new LinkedHashMap<>();
    private final Map<Scope, Totals> totals = new LinkedHashMap<>();
    private Optional<Instant> watermark = Optional.empty();

    private record Totals(Live live, Tally tally) {}

    Draft(Scoreboard scoreboard, String owner) {
        this.scoreboard = scoreboard;
        this.owner = owner;
    }

    void show(Scorecard scorecard) {
        if (scoreboard.shows(scorecard.scope())) {
            scorecards.put(scorecard.key(), scorecard);
        }
    }

    void showTotals(Scope scope, Live live, Tally tally) {
        totals.put(scope, new Totals(live, tally));
    }

    void showWatermark(Instant asOf) {
        watermark = Optional.of(asOf);
    }

    /** It is committed: shows all of it. */
    void shown() {
        scorecards.values().forEach(scorecard -> scoreboard.show(owner, scorecard));
        totals.forEach((scope, all) -> scoreboard.showTotals(owner, scope, all.live, all.tally));
        watermark.ifPresent(asOf -> scoreboard.showWatermark(owner, asOf));
        scorecards.clear();
        totals.clear();
        watermark = Optional.empty();
    }
}
