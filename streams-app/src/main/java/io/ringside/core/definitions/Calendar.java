package io.ringside.core.definitions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a place is open, on whatever clock it lives by. Opening times belong to the date on which they begin: those of an
 * evening go on into a holiday, and those of a holiday's evening do not begin.
 *
 * @param week what holds on each weekday; closed on those that are missing
 * @param dates what holds on dates that are special; none on a holiday
 */
public record Calendar(Map<DayOfWeek, List<OpeningTime>> week, Map<LocalDate, List<OpeningTime>> dates) {
    public Calendar {
        week = inOrder(week);
        dates = inOrder(dates);
    }

    private static <K> Map<K, List<OpeningTime>> inOrder(Map<K, List<OpeningTime>> times) {
        SortedMap<K, List<OpeningTime>> sorted = new TreeMap<>();
        times.forEach((on, opening) -> sorted.put(
                on,
                opening.stream()
                        .sorted(Comparator.comparing(OpeningTime::opens))
                        .toList()));
        return Collections.unmodifiableMap(sorted);
    }

    /** The opening times that begin on a date, in order. */
    List<OpeningTime> on(LocalDate date) {
        List<OpeningTime> special = dates.get(date);
        return special == null ? week.getOrDefault(date.getDayOfWeek(), List.of()) : special;
    }
}
