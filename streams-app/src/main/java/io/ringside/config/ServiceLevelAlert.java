package io.ringside.config;

import java.time.Duration;

/**
 * An alert when a scope's service level is under its {@code service_level} target; without a target there is none.
 *
 * @param window the rolling window that is looked at
 * @param minimumVolume below this many service-level events in the window it neither opens nor resolves
 * @param hold how long the level must have been under the goal
 * @param resolveMargin how far above the goal the level must be to resolve it, as a ratio
 */
public record ServiceLevelAlert(
        boolean enabled, String window, long minimumVolume, Duration hold, double resolveMargin) {
    private static final Knob<Boolean> ENABLED =
            Knob.of("enabled", Notation.SWITCH, true, "whether to alert on service level");
    private static final Knob<String> WINDOW =
            Knob.of("window", Notation.oneOf(WindowSettings.ROLLING, id -> id), "15m", "the window that is looked at");
    private static final Knob<Integer> MINIMUM_VOLUME = Knob.of(
                    "minimumVolume", Notation.WHOLE, 20, "contacts in the window below which nothing changes")
            .must(Rule.atLeast(0));
    private static final Knob<Duration> HOLD = Knob.of(
                    "hold", Notation.DURATION, Duration.ofMinutes(1), "how long it must be under the goal")
            .must(Rule.NOT_NEGATIVE)
            .must(Rule.atMost(Duration.ofDays(1)));
    private static final Knob<Double> RESOLVE_MARGIN = Knob.of(
                    "resolveMargin", Notation.SHARE, 0.02, "how far above the goal it resolves")
            .must(Rule.share());

    public ServiceLevelAlert {
        if (!WindowSettings.ROLLING.contains(window)) {
            throw new IllegalArgumentException("window must be " + WINDOW.ruleText() + ", was " + window);
        }
        if (minimumVolume < 0) {
            throw new IllegalArgumentException("minimumVolume must be >= 0, was " + minimumVolume);
        }
        HOLD.checked(hold);
        RESOLVE_MARGIN.checked(resolveMargin);
    }

    static ServiceLevelAlert read(Section alert) {
        return new ServiceLevelAlert(
                alert.get(ENABLED),
                alert.get(WINDOW),
                alert.get(MINIMUM_VOLUME),
                alert.get(HOLD),
                alert.get(RESOLVE_MARGIN));
    }

    /** The level at which an alert on this goal resolves: never more than all in time. */
    public double resolveAt(double goal) {
        return Math.min(1, goal + resolveMargin);
    }
}
