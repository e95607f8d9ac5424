package io.ringside.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;

/** Carries events as the world does: most of them soon, some late, some very late, some twice; and some from a clock that is ahead. */
public final class Post {
    /** How late an event may be. */
    static final Duration LATEST = Duration.ofDays(2);

    /**
     * How late the end of a wait may be: before a contact that seems to wait is closed by force, since of such a contact
     * the definitions do not say what else is a sign of life.
     */
    static final Duration LATEST_LEAVING = Duration.ofHours(10);

    /** How late a change of an agent may be: within the day that is kept of agents. */
    static final Duration LATEST_OF_AGENTS = Duration.ofHours(20);

    public final List<Sending> sent = new ArrayList<>();

    /** When a contact comes within a span of time: often in the rush at its beginning. */
    static Duration arrival(Random random, Duration span) {
        long within = random.nextBoolean() ? Math.min(span.toMillis(), 400_000) : span.toMillis();
        return Duration.ofMillis((long) (random.nextDouble() * within));
    }

    <V extends SpecificRecord> void send(
            Random random, Duration latest, Instant at, Topic<V> topic, String key, V event) {
        do {
            sent.add(new Sending(at.plusMillis(delay(random, latest)), topic, key, event));
        } while (random.nextInt(6) == 0);
    }

    private static long delay(Random random, Duration latest) {
        return switch (random.nextInt(20)) {
            case 0 -> (long) (random.nextDouble() * latest.toMillis());
            case 1 -> random.nextInt(3 * 3_600_000);
            case 2, 3, 4 -> random.nextInt(120_000);
            case 5 -> -random.nextInt(200_000);
            default -> random.nextInt(3_000);
        };
    }
}
