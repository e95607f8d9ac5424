package io.ringside.core.scorecards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.facts.Attribution;
import io.ringside.core.kpis.Books;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Reading;

/**
 * The KPIs of one scope over one window. Immutable.
 *
 * @param site the site of a queue that has one, and of a site
 * @param team the team of an agent who has one, and of a team
 * @param headline whether this attribution is the one to show for this window
 * @param asOf everything that happened before is in
 * @param revision 0 while the window is open, 1 when it closes, one more for each restatement
 * @param cause why a closed window was stated again
 * @param settingsVersion what was in force at its last moment, see {@link
 *     io.ringside.core.definitions.Definitions#version}
 * @param live what is open now, for windows that reach until now
 * @param books whether who came, left and waits agrees; by outcome, where there are queues
 * @param changed of a window that is stated again, what its figures were that are others now
 * @param completeness by arrival, the share of those who came that have left; empty where nobody came
 * @param open whether the scope is open as of then, while the window is open, and where a calendar says so
 */
public record Scorecard(
        Scope scope,
        Optional<String> site,
        Optional<String> team,
        Window window,
        Attribution attribution,
        boolean headline,
        ZoneId zone,
        Instant asOf,
        int revision,
        Optional<String> cause,
        String settingsVersion,
        Optional<Live> live,
        Optional<Books> books,
        OptionalDouble completeness,
        Optional<Boolean> open,
        List<Changed> changed,
        List<Line> lines) {

    /** One KPI beside its target. */
    public record Line(Kpi kpi, Reading reading, Optional<Target> target, Status status) {}

    /** A figure that was stated otherwise before. */
    public record Changed(String id, Reading before) {}

    public Scorecard {
        changed = List.copyOf(changed);
        lines = List.copyOf(lines);
    }

    /** Whether the scope has closed for the day, or has a holiday. */
    public boolean isShut() {
        return open.isPresent() && !open.get();
    }

    /** Whether the window is closed. */
    public boolean isFinal() {
        return revision > 0;
    }

    /** The key in the compacted topic: scope, window and attribution. */
    public String key() {
        return scope.key() + "|" + window.id() + "|" + attribution.id();
    }

    /** The line of a KPI, where this scorecard has it. */
    public Optional<Line> line(String kpi) {
        return lines.stream().filter(line -> line.kpi().id().equals(kpi)).findFirst();
    }
}
