package io.ringside.producers.simulator;

import java.time.Instant;

/**
 * Something that goes wrong at a queue for a while.
 *
 * @param from when it begins
 * @param to when it is over
 * @param surge demand as a multiple of what it would be; 1 for as usual
 * @param missing share of the agents for the queue who drop out, or do not come
 */
public record Incident(String queue, Instant from, Instant to, double surge, double missing) {
    public Incident {
        Bounds.named("queue", queue);
        Bounds.share("missing", missing);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to: must be after %s, was %s".formatted(from, to));
        }
        if (!(surge >= 1 && surge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("surge: must be 1 or more, was %s".formatted(surge));
        }
    }

    /** Whether it has begun and is not over, at a time in milliseconds since 1970-01-01T00:00Z. */
    boolean goesOnAt(long time) {
        return from.toEpochMilli() < time && time < to.toEpochMilli();
    }
}
