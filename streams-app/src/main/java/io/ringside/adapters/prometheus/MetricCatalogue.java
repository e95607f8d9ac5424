package io.ringside.adapters.prometheus;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every metric family of Ringside's own. docs/metrics.md, the rules and the dashboards are checked against this list. */
final class MetricCatalogue {
    private MetricCatalogue() {}

    static List<Family> all() {
        return Stream.of(
                        KpiFamilies.all(),
                        LiveFamilies.all(),
                        CounterFamily.ALL.stream().map(CounterFamily::family).distinct(),
                        HistogramFamily.all(List.of()).stream().map(HistogramFamily::family),
                        PipelineFamilies.all(),
                        StreamsHealth.families())
                .flatMap(families -> families)
                .toList();
    }

    /** Every sample name that a query may ask for, the parts of histograms included. */
    static Set<String> samples() {
        return all().stream()
                .flatMap(family -> family.type() == Family.Type.HISTOGRAM
                        ? Stream.of("_bucket", "_sum", "_count").map(part -> family.name() + part)
                        : Stream.of(family.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
