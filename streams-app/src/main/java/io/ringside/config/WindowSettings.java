package io.ringside.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.ringside.core.kpis.Period;

/**
 * The windows that figures are given for.
 *
 * @param rolling whether the last 5, 15, 30 and 60 minutes are followed; a replay has no use for them
 * @param interval the length of an interval
 * @param total whether there is a window over everything, for replays
 * @param periods the windows that are longer than a day
 * @param weekStart the day on which weeks begin
 */
public record WindowSettings(
        boolean rolling, Duration interval, boolean total, List<Period> periods, DayOfWeek weekStart) {
    /** The ids of the windows that reach until now, from the short to the long. */
    static final List<String> ROLLING = List.of("5m", "15m", "30m", "60m");

    /** The ids of all windows that are shown while they are open, and of the interval before. */
    static final List<String> SHOWN =
            List.of("5m", "15m", "30m", "60m", "interval", "previous_interval", "today", "week", "month", "quarter");

    private static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));

    private static final Knob<Boolean> ROLLING_ON =
            Knob.of("rolling", Notation.SWITCH, true, "whether the last 5, 15, 30 and 60 minutes are followed");
    private static final Knob<Duration> INTERVAL = Knob.of(
                    "interval", Notation.DURATION, Duration.ofMinutes(30), "the length of an interval")
            .must(new Rule<>("15m, 30m or 60m", INTERVALS::contains));
    private static final Knob<Boolean> TOTAL =
            Knob.of("total", Notation.SWITCH, false, "whether a replay also gets one window over everything");

    private static final Knob<Period> PERIOD = Knob.optional(
            "periods",
            Notation.oneOf(List.of(Period.values()), Period::id),
            "week, month, quarter",
            "windows longer than a day, a list; [] for none");
    private static final Knob<DayOfWeek> WEEK_START = Knob.of(
            "weekStart",
            Notation.oneOf(List.of(DayOfWeek.values()), day -> day.name().toLowerCase(Locale.ROOT)),
            DayOfWeek.MONDAY,
            "the day on which weeks begin");

    public WindowSettings {
        INTERVAL.checked(interval);
        periods = periods.stream().distinct().sorted().toList();
    }

    static WindowSettings read(Section windows) {
        return new WindowSettings(
                windows.get(ROLLING_ON),
                windows.get(INTERVAL),
                windows.get(TOTAL),
                windows.findAll(PERIOD).orElse(List.of(Period.values())),
                windows.get(WEEK_START));
    }
}
