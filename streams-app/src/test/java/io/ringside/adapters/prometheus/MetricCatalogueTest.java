package io.ringside.adapters.prometheus;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ringside.core.facts.Measure;

import static org.assertj.core.api.Assertions.assertThat;

class MetricCatalogueTest {
    /** Sums of others, distributions whose last word comes much later, and what is open now, which the gauges say. */
    private static final Set<Measure> NOT_EXPORTED = EnumSet.of(
            Measure.FLOWED_OUT,
            Measure.WAIT_ENDED,
            Measure.FULL_RESOLUTION,
            Measure.WAITING,
            Measure.UNANSWERED,
            Measure.BACKLOG,
            Measure.WAITED_OVER,
            Measure.BUSINESS_RESOLUTION);

    @Test
    void noNameMeansTwoThings() {
        List<String> names = MetricCatalogue.all().stream()
                .flatMap(family ->
                        Stream.of(family.name(), family.metadata().getName()).distinct())
                .toList();
        assertThat(names).doesNotHaveDuplicates();

        Set<String> parts = MetricCatalogue.all().stream()
                .filter(family -> family.type() == Family.Type.HISTOGRAM)
                .flatMap(family -> Stream.of("_bucket", "_sum", "_count").map(part -> family.name() + part))
                .collect(Collectors.toSet());
        assertThat(names).doesNotContainAnyElementsOf(parts);
    }

    @Test
    void everyMeasureIsACounterOrAHistogramOrLeftOutKnowingly() {
        Set<Measure> exported = new TreeSet<>(NOT_EXPORTED);
        CounterFamily.ALL.forEach(counter -> exported.add(counter.measure()));
        HistogramFamily.all(List.of()).forEach(histogram -> exported.add(histogram.measure()));

        assertThat(exported).containsExactlyElementsOf(Arrays.asList(Measure.values()));
    }
}
