package io.ringside.producers.simulator;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An estimate from one long run and how far off it can be. Neighbouring waits depend on each other, so their own deviation says too little; the means of long
 * batches are nearly independent, and Student's t over them gives an honest bound (Law and Kelton).
 *
 * @param halfWidth of the 99 % confidence interval
 */
record BatchMeans(double mean, double halfWidth) {
    private static final int BATCHES = 31;
    private static final double STUDENT_99_PERCENT_30_DEGREES = 2.750;

    /** Cuts the run into batches, after a tenth of it in which the system fills. */
    static <T> BatchMeans of(List<T> run, ToDoubleFunction<List<T>> figure) {
        int first = run.size() / 10;
        int size = (run.size() - first) / BATCHES;
        double[] means = IntStream.range(0, BATCHES)
                .mapToObj(batch -> run.subList(first + batch * size, first + (batch + 1) * size))
                .mapToDouble(figure)
                .toArray();
        double mean = DoubleStream.of(means).average().orElseThrow();
        double variance = DoubleStream.of(means)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (BATCHES - 1);
        return new BatchMeans(mean, STUDENT_99_PERCENT_30_DEGREES * Math.sqrt(variance / BATCHES));
    }
}
