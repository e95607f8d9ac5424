package io.ringside.adapters.prometheus;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;

/** What one owner shows. Written by the owner's thread, read by scrapes; every row is replaced as a whole. */
final class OwnerBoard {
    /** Where a scorecard is shown. */
    record Place(Scope scope, String window, Attribution attribution) {}

    private final long since;
    private final Map<Place, ScorecardRow> scorecards = new ConcurrentHashMap<>();
    private final Map<Scope, TotalsRow> totals = new ConcurrentHashMap<>();
    private volatile Optional<Instant> watermark = Optional.empty();

    /** @param since rises from owner to owner: of two that show the same, the later is right */
    OwnerBoard(long since) {
        this.since = since;
    }

    long since() {
        return since;
    }

    Optional<ScorecardRow> at(Place place) {
        return Optional.ofNullable(scorecards.get(place));
    }

    Optional<TotalsRow> at(Scope scope) {
        return Optional.ofNullable(totals.get(scope));
    }

    void put(Place place, ScorecardRow row) {
        scorecards.put(place, row);
    }

    void put(TotalsRow row) {
        totals.put(row.scope(), row);
    }

    void put(Instant asOf) {
        watermark = Optional.of(asOf);
    }

    Map<Place, ScorecardRow> scorecards() {
        return scorecards;
    }

    Collection<TotalsRow> totals() {
        return totals.values();
    }

    Optional<Instant> watermark() {
        return watermark;
    }
}
