package io.ringside.config;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import io.ringside.core.kpis.Buckets;

/**
 * What a value must keep to.
 *
 * @param text completes the words "must be"
 */
record Rule<T>(String text, Predicate<? super T> keptBy) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FINEST_MINUTES = Duration.ofHours(50);

    static final Rule<String> NOT_BLANK = new Rule<>("more than blanks", text -> !text.isBlank());

    static final Rule<Duration> POSITIVE = new Rule<>("> 0 s", time -> time.compareTo(Duration.ZERO) > 0);

    static final Rule<Duration> NOT_NEGATIVE = new Rule<>(">= 0 s", time -> !time.isNegative());

    /** Counts up to such a time are exact in a histogram: see {@link Buckets}. */
    static final List<Rule<Duration>> HISTOGRAM_EDGE = List.of(
            atMost(FINEST_MINUTES),
            new Rule<>("in whole seconds up to 1h and in whole minutes beyond", Rule::isHistogramEdge));

    static Rule<Duration> atLeast(Duration least) {
        return new Rule<>(">= " + DurationNotation.print(least), time -> time.compareTo(least) >= 0);
    }

    static Rule<Duration> atMost(Duration most) {
        return new Rule<>("<= " + DurationNotation.print(most), time -> time.compareTo(most) <= 0);
    }

    static Rule<Number> between(long least, long most) {
        return new Rule<>(
                least + " to " + most, number -> number.doubleValue() >= least && number.doubleValue() <= most);
    }

    static Rule<Number> atLeast(long least) {
        return new Rule<>(">= " + least, number -> number.doubleValue() >= least);
    }

    static Rule<Double> share() {
        return new Rule<>("0 to 1 (0 % to 100 %)", share -> share >= 0 && share <= 1);
    }

    private static boolean isHistogramEdge(Duration time) {
        long millis = time.toMillis();
        Duration step = time.compareTo(HOUR) <= 0 ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        return time.toNanos() % step.toNanos() == 0 && Buckets.upperEdge(Buckets.of(millis)) == millis;
    }
}
