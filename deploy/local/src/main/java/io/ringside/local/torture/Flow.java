package io.ringside.local.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.proof.Sending;
import io.ringside.schemas.events.Heartbeat;

/** Plays a history into its topics in the order in which it arrives, with heartbeats that let its time pass. */
final class Flow {
    private static final String SOURCE = "torture";
    private static final int LONGEST_TICK_SECONDS = 600;

    private final Publisher publisher;
    private final Random chances;
    private final long pauseNanos;
    private Instant time;
    private Instant nextBeat;
    private final AtomicLong sent = new AtomicLong();

    /**
     * @param start before anything arrives
     * @param rate events a second; as fast as it goes if 0
     */
    Flow(Publisher publisher, Random chances, Instant start, int rate) {
        this.publisher = publisher;
        this.chances = chances;
        this.time = start;
        this.nextBeat = start;
        this.pauseNanos = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /** Sends some, with the time that passes meanwhile; returns when they are delivered. */
    void play(List<Sending> sendings) {
        long next = System.nanoTime();
        for (Sending sending : sendings) {
            if (sending.arrives().isAfter(nextBeat)) {
                beat(sending.arrives());
                nextBeat = time.plusSeconds(1 + chances.nextInt(LONGEST_TICK_SECONDS));
            }
            publisher.accept(Emitted.of(sending.event()).orElseThrow());
            sent.incrementAndGet();
            next += pauseNanos;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        publisher.flush();
    }

    /** Lets time come to a moment on every partition; it is never set back. */
    private void beat(Instant moment) {
        if (moment.isAfter(time)) {
            time = moment;
        }
        publisher.tell(new Heartbeat(time, SOURCE, false, null));
    }

    /** Lets so much time pass; returns the moment that time has come to. */
    Instant pass(Duration passing) {
        beat(time.plus(passing));
        publisher.flush();
        return time;
    }

    /** Says on every partition, some time later, that nothing follows. */
    Instant end(Duration passing) {
        return endAt(time.plus(passing));
    }

    /** Says on every partition that nothing follows, as of a moment. */
    Instant endAt(Instant moment) {
        time = moment;
        publisher.tell(new Heartbeat(time, SOURCE, true, null));
        publisher.flush();
        return time;
    }

    /** The moment that was told last. */
    Instant time() {
        return time;
    }

    /** How many events were sent. */
    long sent() {
        return sent.get();
    }
}
