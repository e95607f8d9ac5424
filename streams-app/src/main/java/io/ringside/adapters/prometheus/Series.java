package io.ringside.adapters.prometheus;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** The samples of one scrape, by family. Families are told apart by identity: they are constants. */
final class Series {
    private static final long CREATED_UNKNOWN = 0;

    private final IdentityHashMap<Family, List<GaugeDataPointSnapshot>> gauges = new IdentityHashMap<>();
    private final IdentityHashMap<Family, List<CounterDataPointSnapshot>> counters = new IdentityHashMap<>();
    private final IdentityHashMap<Family, List<HistogramDataPointSnapshot>> histograms = new IdentityHashMap<>();

    void gauge(Family family, Labels labels, double value) {
        points(gauges, family).add(new GaugeDataPointSnapshot(value, labels, null));
    }

    void counter(Family family, Labels labels, double value) {
        points(counters, family).add(new CounterDataPointSnapshot(value, labels, null, CREATED_UNKNOWN));
    }

    /** @param sum in the family's unit */
    void histogram(Family family, Labels labels, ClassicHistogramBuckets buckets, double sum) {
        points(histograms, family)
                .add(new HistogramDataPointSnapshot(buckets, sum, labels, Exemplars.EMPTY, CREATED_UNKNOWN));
    }

    MetricSnapshots snapshots() {
        List<MetricSnapshot> all = new ArrayList<>();
        gauges.forEach((family, points) -> all.add(new GaugeSnapshot(family.metadata(), points)));
        counters.forEach((family, points) -> all.add(new CounterSnapshot(family.metadata(), points)));
        histograms.forEach((family, points) -> all.add(new HistogramSnapshot(family.metadata(), points)));
        return new MetricSnapshots(all);
    }

    private static <P> List<P> points(IdentityHashMap<Family, List<P>> families, Family family) {
        return families.computeIfAbsent(family, first -> new ArrayList<>());
    }
}
