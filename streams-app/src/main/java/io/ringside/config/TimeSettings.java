package io.ringside.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What now is, and how long the past stays open.
 *
 * @param clock whether time is the wall clock's or the events'
 * @param retention how far in the past an event may lie and still count
 * @param heartbeat how often the clock is written to every partition
 * @param closeAfter how long after its end a window is closed
 * @param futureTolerance how far in the future an event may lie
 * @param catchingUpAfter figures that are further behind the clock are not shown as of now
 */
public record TimeSettings(
        Clock clock,
        Duration retention,
        Duration heartbeat,
        Duration closeAfter,
        Duration futureTolerance,
        Duration catchingUpAfter) {

    /** Where time comes from. */
    public enum Clock {
        /** The wall clock, written into the log by the app. */
        LIVE,
        /** The events alone, and the heartbeat that ends a replay. */
        REPLAY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Knob<Clock> CLOCK = Knob.of(
            "clock",
            Notation.oneOf(List.of(Clock.values()), Clock::id),
            Clock.LIVE,
            "what now is: the wall clock, or the events alone");
    private static final Knob<Duration> RETENTION = Knob.of(
                    "retention", Notation.DURATION, Duration.ofDays(8), "how late an event may come and still count")
            .must(Rule.atLeast(Duration.ofDays(1)));
    private static final Knob<Duration> HEARTBEAT = Knob.of(
                    "heartbeat", Notation.DURATION, Duration.ofMillis(500), "how often time is told to every partition")
            .must(Rule.atLeast(Duration.ofMillis(100)))
            .must(Rule.atMost(Duration.ofSeconds(10)));
    private static final Knob<Duration> CLOSE_AFTER = Knob.of(
                    "closeAfter", Notation.DURATION, Duration.ofSeconds(10), "how long after its end a window is final")
            .must(Rule.NOT_NEGATIVE)
            .must(Rule.atMost(Duration.ofHours(1)));
    private static final Knob<Duration> FUTURE_TOLERANCE = Knob.of(
                    "futureTolerance",
                    Notation.DURATION,
                    Duration.ofMinutes(5),
                    "how far ahead a source's clock may be")
            .must(Rule.NOT_NEGATIVE)
            .must(Rule.atMost(Duration.ofDays(1)));

    private static final Knob<Duration> CATCHING_UP_AFTER = Knob.of(
                    "catchingUpAfter",
                    Notation.DURATION,
                    Duration.ofSeconds(10),
                    "figures that are further behind the clock count as catching up, in metrics and health")
            .must(Rule.atLeast(Duration.ofSeconds(1)))
            .must(Rule.atMost(Duration.ofHours(1)));

    public TimeSettings {
        CLOCK.checked(clock);
        RETENTION.checked(retention);
        HEARTBEAT.checked(heartbeat);
        CLOSE_AFTER.checked(closeAfter);
        FUTURE_TOLERANCE.checked(futureTolerance);
        CATCHING_UP_AFTER.checked(catchingUpAfter);
    }

    static TimeSettings read(Section time) {
        return new TimeSettings(
                time.get(CLOCK),
                time.get(RETENTION),
                time.get(HEARTBEAT),
                time.get(CLOSE_AFTER),
                time.get(FUTURE_TOLERANCE),
                time.get(CATCHING_UP_AFTER));
    }
}
