package io.ringside.producers.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

import io.ringside.producers.Emitted;

/**
 * Hands events on when their time has come on the wall clock.
 *
 * <p>Each event's moment is computed from the start, not from the event before, so nothing drifts; what is overdue, at the start or after a stall, goes out at once.
 * So a simulation that starts an hour ago fills the past hour as fast as it can and then goes on live. One that runs faster than the wall clock
 * goes on at its pace once it has caught up: what has not happened yet is refused wherever events are read.
 */
public final class RealTime {
    private static final long PART_OF_A_MILLI = 999_999;

    private final Clock clock;
    private final Sleeper sleeper;
    private final double speed;

    /**
     * @param speed virtual seconds for each second of the wall clock
     */
    public RealTime(double speed) {
        this(Clock.systemUTC(), millis -> Thread.sleep(millis), speed);
    }

    RealTime(Clock clock, Sleeper sleeper, double speed) {
        if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("speed: must be > 0, was %s".formatted(speed));
        }
        this.clock = clock;
        this.sleeper = sleeper;
        this.speed = speed;
    }

    /**
     * Hands on events until there are no more.
     *
     * @param virtualNow the virtual time that it is now; what is earlier goes out at once
     * @throws InterruptedException soon after the thread is interrupted
     */
    public void run(Instant virtualNow, Iterator<Emitted> events, Consumer<Emitted> to) throws InterruptedException {
        Instant wallStart = clock.instant();
        while (events.hasNext()) {
            Emitted event = events.next();
            Instant due = wallStart.plus(onTheWall(Duration.between(virtualNow, event.occurredAt())));
            awaitWall(due.isBefore(event.occurredAt()) ? event.occurredAt() : due);
            to.accept(event);
        }
    }

    /** Rounded up, for an event never goes out before it has happened. */
    private Duration onTheWall(Duration virtual) {
        return Duration.ofMillis((long) Math.ceil(virtual.toMillis() / speed));
    }

    private void awaitWall(Instant due) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped");
        }
        long millis = millisUntil(due);
        while (millis > 0) {
            sleeper.sleep(millis);
            millis = millisUntil(due);
        }
    }

    private long millisUntil(Instant due) {
        return Duration.between(clock.instant(), due).plusNanos(PART_OF_A_MILLI).toMillis();
    }

    /** Lets time pass. */
    interface Sleeper {
        void sleep(long millis) throws InterruptedException;
    }
}
