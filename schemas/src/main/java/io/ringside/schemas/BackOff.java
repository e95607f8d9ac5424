package io.ringside.schemas;

import java.time.Duration;

/** The waits between attempts at something that is away for a while: each twice as long as the one before, up to a limit. */
public final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Sleeper sleeper;
    private Duration next = FIRST;

    public BackOff(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Whether nothing has been waited for yet. */
    public boolean unused() {
        return next.equals(FIRST);
    }

    /** How long the next pause is, for a person: {@code 0.5 s}. */
    public String announced() {
        return next.toMillis() % 1_000 == 0 ? next.toSeconds() + " s" : next.toMillis() / 1_000.0 + " s";
    }

    /** Waits, longer than the time before. */
    public void pause() throws InterruptedException {
        sleeper.sleep(next);
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }

    /** Begins with the shortest wait again. */
    public void reset() {
        next = FIRST;
    }

    /** Lets time pass. */
    public interface Sleeper {
        Sleeper REAL = pause -> Thread.sleep(pause.toMillis());

        void sleep(Duration pause) throws InterruptedException;
    }
}
