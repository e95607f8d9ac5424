package io.ringside.core.scorecards;

import java.time.Instant;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;

/**
 * Where the figures of this instance are shown: a port that the metrics implement. Each call replaces what was said
 * before of the same thing. Calls come from stream threads; implementations must neither block nor throw.
 *
 * <p>An owner is one task of one stage. What an owner has shown goes when it {@link #retire retires}.
 */
public interface Scoreboard {

    /** Whether anything is shown of a scope; nothing needs to be worked out for one that is not shown. */
    boolean shows(Scope scope);

    /** Shows a scorecard of an open window. */
    void show(String owner, Scorecard scorecard);

    /** Shows what is open now in a scope, and the monotone totals of all it ever counted, by outcome. */
    void showTotals(String owner, Scope scope, Live live, Tally totals);

    /** Everything that happened before {@code asOf} is in what this owner shows. */
    void showWatermark(String owner, Instant asOf);

    /** Takes away all that the owner has shown. */
    void retire(String owner);
}
