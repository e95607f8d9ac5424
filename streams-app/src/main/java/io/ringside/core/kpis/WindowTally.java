package io.ringside.core.kpis;

import java.time.ZoneId;
import java.util.Optional;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;

/**
 * The tally of one scope over one window: what KPIs are read off. Moments are epoch milliseconds.
 *
 * @param window its id, for example {@code 15m}
 * @param asOf everything that happened before is in
 * @param revision 0 while the window is open, 1 when it closes, one more for each restatement
 * @param cause why a closed window was stated again
 * @param live what is open now; only for windows that reach until now
 * @param books whether who came, left and waits agrees; by outcome, where there are queues
 * @param open whether the scope is open as of then; only while the window is open, and where a calendar says so
 * @param before of a closed window that is stated again, what was stated of it last
 * @param tally valid until the ledger is written to again
 */
public record WindowTally(
        Scope scope,
        String window,
        long start,
        long end,
        Attribution attribution,
        ZoneId zone,
        long asOf,
        int revision,
        Optional<String> cause,
        Optional<Live> live,
        Optional<Books> books,
        Optional<Boolean> open,
        Optional<Restatement> before,
        Tally tally) {

    /**
     * The last moment that this is about: the window's last, or while it is open the last that is in. What was in force
     * then is what it is judged by.
     */
    public long lastMoment() {
        return (revision > 0 ? end : Math.min(asOf, end)) - 1;
    }
}
