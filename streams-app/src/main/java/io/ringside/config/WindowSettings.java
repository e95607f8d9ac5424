package io.ringside.config;

import java.time.Duration;
import java.util.List;

/**
 * The windows that figures are given for.
 *
 * @param rolling whether the last 5, 15, 30 and 60 minutes are followed; a replay has no use for them
 * @param interval the length of an interval
 * @param total whether there is a window over everything, for replays
 */
public record WindowSettings(boolean rolling, Duration interval, boolean total) {
    /** The ids of the windows that reach until now, from the short to the long. */
    static final List<String> ROLLING = List.of("5m", "15m", "30m", "60m");

    /** The ids of all windows that are shown while they are open, and of the interval before. */
    static final List<String> SHOWN = List.of("5m", "15m", "30m", "60m", "interval", "previous_interval", "today");

    private static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));

    private static final Knob<Boolean> ROLLING_ON =
            Knob.of("rolling", Notation.SWITCH, true, "whether the last 5, 15, 30 and 60 minutes are followed");
    private static final Knob<Duration> INTERVAL = Knob.of(
                    "interval", Notation.DURATION, Duration.ofMinutes(30), "the length of an interval")
            .must(new Rule<>("15m, 30m or 60m", INTERVALS::contains));
    private static final Knob<Boolean> TOTAL =
            Knob.of("total", Notation.SWITCH, false, "whether a replay also gets one window over everything");

    public WindowSettings {
        INTERVAL.checked(interval);
    }

    static WindowSettings read(Section windows) {
        return new WindowSettings(windows.get(ROLLING_ON), windows.get(INTERVAL), windows.get(TOTAL));
    }
}
