package io.ringside.adapters.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Labels;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Books;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;

/**
 * What is open now in a scope and what ever happened there, read off the tally at one moment. Immutable, as the tally is
 * not.
 *
 * @param residual all who ever came less those who left and those who wait
 */
record TotalsRow(Scope scope, Labels labels, Live live, long residual, List<Count> counts, List<Spread> spreads) {

    /** The value of one counter. */
    record Count(CounterFamily counter, double value) {
        Count notBelow(Count before) {
            return value >= before.value ? this : before;
        }
    }

    /** The value of one histogram; the sum is in seconds. */
    record Spread(HistogramFamily histogram, ClassicHistogramBuckets buckets, double sum) {
        Spread notBelow(Spread before) {
            return new Spread(
                    histogram, histogram.ladder().notBelow(buckets, before.buckets), Math.max(sum, before.sum));
        }
    }

    static TotalsRow of(Scope scope, Labels labels, Live live, Tally totals, List<HistogramFamily> histograms) {
        List<Count> counts = new ArrayList<>();
        for (CounterFamily counter : CounterFamily.ALL) {
            if (counter.reach().covers(scope)) {
                counts.add(new Count(counter, counter.read(totals)));
            }
        }
        List<Spread> spreads = new ArrayList<>();
        for (HistogramFamily histogram : histograms) {
            if (histogram.reach().covers(scope)) {
                ClassicHistogramBuckets buckets = histogram.ladder().count(totals.distribution(histogram.measure()));
                spreads.add(new Spread(histogram, buckets, totals.sum(histogram.measure()) / 1000.0));
            }
        }
        long residual = Books.net(totals) - live.waiting().count();
        return new TotalsRow(scope, labels, live, residual, List.copyOf(counts), List.copyOf(spreads));
    }

    /**
     * This row, with no counter below what it was. A counter that falls has begun anew, for Prometheus, and all that it
     * ever counted would be added once more; so what a correction takes back is left out of what comes next.
     */
    TotalsRow notBelow(TotalsRow before) {
        return new TotalsRow(
                scope,
                labels,
                live,
                residual,
                pairwise(counts, before.counts, Count::notBelow),
                pairwise(spreads, before.spreads, Spread::notBelow));
    }

    private static <T> List<T> pairwise(List<T> now, List<T> before, BinaryOperator<T> one) {
        return IntStream.range(0, now.size())
                .mapToObj(i -> one.apply(now.get(i), before.get(i)))
                .toList();
    }
}
