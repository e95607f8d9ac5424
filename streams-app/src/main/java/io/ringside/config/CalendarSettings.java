package io.ringside.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.ringside.core.definitions.Calendar;
import io.ringside.core.definitions.OpeningTime;

/** Reads calendars: opening times by weekday, holidays, and dates with hours of their own. */
final class CalendarSettings {
    private static final DayOfWeek LAST_WEEKDAY = DayOfWeek.FRIDAY;
    private static final Knob<Optional<OpeningTime>> WEEKDAYS = Knob.optional(
            "weekdays",
            HoursNotation.HOURS,
            "closed",
            "opening times, a list: Monday to Friday, where a day has none of its own");
    private static final Map<DayOfWeek, Knob<Optional<OpeningTime>>> DAYS = days();
    private static final Knob<LocalDate> HOLIDAYS =
            Knob.optional("holidays", HoursNotation.DATE, "none", "dates on which nothing opens, a list");
    private static final Knob<Optional<OpeningTime>> HOURS =
            Knob.optional("hours", HoursNotation.HOURS, "none", "opening times of this date, a list");

    private CalendarSettings() {}

    private static Map<DayOfWeek, Knob<Optional<OpeningTime>>> days() {
        Map<DayOfWeek, Knob<Optional<OpeningTime>>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(
                    day,
                    Knob.optional(
                            day.name().toLowerCase(Locale.ROOT),
                            HoursNotation.HOURS,
                            day.compareTo(LAST_WEEKDAY) > 0 ? "closed" : "those of weekdays",
                            "opening times, a list"));
        }
        return days;
    }

    /** Reads all calendars, by name. */
    static Map<String, Calendar> readAll(Section root) {
        return root.named("calendars", "<calendar>", (name, calendar) -> read(calendar));
    }

    private static Calendar read(Section section) {
        Optional<List<OpeningTime>> weekdays = times(WEEKDAYS, section);
        Map<DayOfWeek, List<OpeningTime>> week = new EnumMap<>(DayOfWeek.class);
        DAYS.forEach((day, knob) -> times(knob, section)
                .or(() -> weekdays.filter(times -> day.compareTo(LAST_WEEKDAY) <= 0))
                .ifPresent(times -> week.put(day, times)));
        Map<LocalDate, List<OpeningTime>> dates = new HashMap<>();
        section.findAll(HOLIDAYS).orElse(List.of()).forEach(holiday -> dates.put(holiday, List.of()));
        section.named("special", "<date>", Optional.of(HOURS.key()), (name, date) -> {
            List<OpeningTime> times = times(HOURS, date).orElse(List.of());
            date(name)
                    .ifPresentOrElse(
                            at -> {
                                if (dates.putIfAbsent(at, times) != null) {
                                    date.refuse("is a holiday, too");
                                }
                            },
                            () -> date.refuse("must be " + HoursNotation.DATE.what() + ", was " + Shown.of(name)));
            return times;
        });
        if (!section.has(WEEKDAYS.key())
                && !section.has("special")
                && DAYS.values().stream().noneMatch(knob -> section.has(knob.key()))) {
            section.refuse("says nothing of when it is open");
        }
        return new Calendar(week, dates);
    }

    private static Optional<LocalDate> date(String name) {
        return HoursNotation.DATE.reader().apply(name);
    }

    private static Optional<List<OpeningTime>> times(Knob<Optional<OpeningTime>> knob, Section section) {
        Optional<List<OpeningTime>> times = section.findAll(knob)
                .map(all -> all.stream().flatMap(Optional::stream).toList());
        times.ifPresent(all -> refuseOverlaps(all, knob, section));
        return times;
    }

    private static void refuseOverlaps(List<OpeningTime> times, Knob<Optional<OpeningTime>> knob, Section section) {
        List<OpeningTime> before = new ArrayList<>();
        for (OpeningTime time : times) {
            before.stream()
                    .filter(time::overlaps)
                    .findFirst()
                    .ifPresent(other -> section.refuse(
                            knob.key(), HoursNotation.print(time) + " overlaps " + HoursNotation.print(other)));
            before.add(time);
        }
    }

    /** The calendar that a section names, if it does and there is one of that name. */
    static Optional<Calendar> find(Knob<String> knob, Section section, Map<String, Calendar> calendars) {
        Optional<String> name = section.find(knob);
        name.filter(given -> !calendars.containsKey(given))
                .ifPresent(
                        given -> section.refuse(knob.key(), References.unknown("calendar", given, calendars.keySet())));
        return name.map(calendars::get);
    }
}
