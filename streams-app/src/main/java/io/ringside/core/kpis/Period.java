package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Stream;

/** A window of whole local days: longer than a day, and the sum of its days. */
public enum Period {
    WEEK(Grain.WEEK),
    MONTH(Grain.MONTH),
    QUARTER(Grain.QUARTER);

    private final Grain grain;
    private final String id = name().toLowerCase(Locale.ROOT);

    Period(Grain grain) {
        this.grain = grain;
    }

    /** The id of its windows, for example {@code week}. */
    public String id() {
        return id;
    }

    static Period of(String id) {
        return Stream.of(values())
                .filter(period -> period.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no period " + id));
    }

    Grain grain() {
        return grain;
    }

    /** The first date of the period that a date lies in. */
    LocalDate first(LocalDate date, DayOfWeek weekStart) {
        return switch (this) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
        };
    }

    /** The first date after the period that begins on a date. */
    LocalDate next(LocalDate first) {
        return switch (this) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
        };
    }
}
