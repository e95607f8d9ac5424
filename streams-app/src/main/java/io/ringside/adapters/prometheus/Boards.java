package io.ringside.adapters.prometheus;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.prometheus.metrics.model.snapshots.Labels;

import io.ringside.core.definitions.Scope;

/** The boards of all owners of this instance. */
final class Boards {
    private final Map<String, OwnerBoard> byOwner = new ConcurrentHashMap<>();
    private final AtomicLong owners = new AtomicLong();

    /**
     * What is shown at one moment, each thing once, in the order of labels.
     *
     * @param watermarks by stage and partition, epoch seconds
     */
    record Shown(List<ScorecardRow> scorecards, List<TotalsRow> totals, Map<Labels, Double> watermarks) {}

    OwnerBoard of(String owner) {
        return byOwner.computeIfAbsent(owner, name -> new OwnerBoard(owners.incrementAndGet()));
    }

    void remove(String owner) {
        byOwner.remove(owner);
    }

    Shown shown() {
        Map<OwnerBoard.Place, ScorecardRow> scorecards = new LinkedHashMap<>();
        Map<Scope, TotalsRow> totals = new LinkedHashMap<>();
        Map<Labels, Double> watermarks = new LinkedHashMap<>();
        oldestFirst().forEach(owner -> {
            OwnerBoard board = owner.getValue();
            scorecards.putAll(board.scorecards());
            board.totals().forEach(row -> totals.put(row.scope(), row));
            board.watermark()
                    .ifPresent(asOf -> watermarks.put(OwnerLabels.of(owner.getKey()), asOf.toEpochMilli() / 1000.0));
        });
        // Families take their series from here one after the other; sorted once, they need not be sorted again.
        return new Shown(
                scorecards.values().stream()
                        .sorted(Comparator.comparing(ScorecardRow::labels))
                        .toList(),
                totals.values().stream()
                        .sorted(Comparator.comparing(TotalsRow::labels))
                        .toList(),
                watermarks);
    }

    private List<Map.Entry<String, OwnerBoard>> oldestFirst() {
        return byOwner.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().since()))
                .toList();
    }
}
