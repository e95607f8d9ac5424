package io.ringside.core.definitions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A value that changes at moments: each holds from its moment, itself included, until the next. Never changes itself.
 *
 * <p>Two are equal that give equal values at every moment; a change to what holds already is none.
 */
public final class Dated<T> {
    private final List<T> values;
    /** When each value but the first begins, rising; in milliseconds since 1970, UTC. */
    private final long[] since;

    private Dated(List<T> values, long[] since) {
        this.values = values;
        this.since = since;
    }

    /** A value that holds always. */
    public static <T> Dated<T> always(T value) {
        return new Dated<>(List.of(value), new long[0]);
    }

    /**
     * A value that changes.
     *
     * @param first what holds before the first change
     * @param changes what holds from when, in whole milliseconds
     */
    public static <T> Dated<T> of(T first, Map<Instant, T> changes) {
        List<T> values = new ArrayList<>(List.of(first));
        List<Long> since = new ArrayList<>();
        new TreeMap<>(changes).forEach((moment, value) -> {
            if (!values.get(since.size()).equals(value)) {
                values.add(value);
                since.add(wholeMillis(moment));
            }
        });
        return new Dated<>(
                List.copyOf(values), since.stream().mapToLong(Long::longValue).toArray());
    }

    /** The same until a moment, and from then on another value, whatever was to come later. */
    public Dated<T> from(Instant moment, T value) {
        if (since.length == 0 && values.get(0).equals(value)) {
            return this;
        }
        Map<Instant, T> changes = new TreeMap<>(changes().headMap(moment));
        changes.put(moment, value);
        return of(first(), changes);
    }

    private static long wholeMillis(Instant moment) {
        if (!moment.equals(moment.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("a change must be at a whole millisecond, was " + moment);
        }
        return moment.toEpochMilli();
    }

    /** What holds at a moment, in milliseconds since 1970, UTC. */
    public T at(long epochMillis) {
        int index = since.length;
        while (index > 0 && since[index - 1] > epochMillis) {
            index--;
        }
        return values.get(index);
    }

    /** What holds at a moment. */
    public T at(Instant moment) {
        return at(moment.toEpochMilli());
    }

    /** What holds before the first change. */
    public T first() {
        return values.get(0);
    }

    /** What holds after the last change. */
    public T last() {
        return values.get(since.length);
    }

    /** What holds from when, for every moment at which it becomes another. */
    public SortedMap<Instant, T> changes() {
        SortedMap<Instant, T> changes = new TreeMap<>();
        for (int i = 0; i < since.length; i++) {
            changes.put(Instant.ofEpochMilli(since[i]), values.get(i + 1));
        }
        return Collections.unmodifiableSortedMap(changes);
    }

    /** What is worked out from this, at every moment. */
    public <R> Dated<R> map(Function<? super T, ? extends R> each) {
        return combine(always(true), (value, alone) -> each.apply(value));
    }

    /** What is worked out from this and another, at every moment. */
    public <U, R> Dated<R> combine(Dated<U> other, BiFunction<? super T, ? super U, ? extends R> both) {
        Map<Instant, R> changes = new TreeMap<>();
        TreeSet<Instant> moments = new TreeSet<>(changes().keySet());
        moments.addAll(other.changes().keySet());
        moments.forEach(moment -> changes.put(moment, both.apply(at(moment), other.at(moment))));
        return of(both.apply(first(), other.first()), changes);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Dated<?> other
                && first().equals(other.first())
                && changes().equals(other.changes());
    }

    @Override
    public int hashCode() {
        return 31 * first().hashCode() + changes().hashCode();
    }

    /** For example {@code PT20S, from 2026-12-01T00:00:00Z PT30S}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(first().toString());
        changes()
                .forEach((moment, value) ->
                        text.append(", from ").append(moment).append(' ').append(value));
        return text.toString();
    }
}
