package io.ringside;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ringside.schemas.BackOff;
import io.ringside.schemas.Presence;
import io.ringside.schemas.wire.RegistryUnreachableException;
import io.ringside.topology.Patience;

/**
 * Has the pipeline wait after trouble that passes: a moment in any case, longer when it comes again soon, and then until whoever did not answer
 * does. A new thread before that would restore its state for nothing, again and again.
 */
final class Recovery implements Patience {
    /** Trouble after a time as long as this without any is news, and not more of the same. */
    private static final Duration CALM = Duration.ofMinutes(1);

    private final Presence kafka;
    private final Presence registry;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final BackOff backOff = new BackOff(this::sleep);
    private Instant last = Instant.MIN;

    Recovery(Presence kafka, Presence registry, InstantSource clock) {
        this.kafka = kafka;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void await(Throwable cause) throws InterruptedException {
        pause();
        if (cause instanceof RegistryUnreachableException) {
            registry.await(this::sleep);
        }
        kafka.await(this::sleep);
        remember();
    }

    private void pause() throws InterruptedException {
        synchronized (backOff) {
            if (clock.instant().minus(CALM).isAfter(last)) {
                backOff.reset();
            }
            backOff.pause();
        }
    }

    private void remember() {
        synchronized (backOff) {
            last = clock.instant();
        }
    }

    private void sleep(Duration pause) throws InterruptedException {
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("closing");
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
