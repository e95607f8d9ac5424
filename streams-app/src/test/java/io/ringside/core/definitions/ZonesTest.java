package io.ringside.core.definitions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ZonesTest {
    private static final LocalDate FIRST_OF_MARCH = LocalDate.of(2026, 3, 1);
    private static final Zones TO_LISBON = moving("Europe/Berlin", "Europe/Lisbon");

    private static Zones moving(String from, String to) {
        return Zones.of(ZoneId.of(from), Map.of(FIRST_OF_MARCH, ZoneId.of(to)));
    }

    /** The day of the change begins on the old clock and ends on the new one. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Lisbon, 2026-02-28T23:00:00Z, 25",
        "Europe/Lisbon, Europe/Berlin, 2026-03-01T00:00:00Z, 23",
        "Europe/Berlin, Asia/Kolkata, 2026-02-28T23:00:00Z, 19.5",
        "Asia/Kathmandu, America/New_York, 2026-02-28T18:15:00Z, 34.75",
        "Europe/Berlin, Africa/Lagos, 2026-02-28T23:00:00Z, 24",
    })
    void theDayOnWhichASiteMovesIsAsMuchLongerOrShorterAsTheClocksLieApart(
            String from, String to, Instant start, double hours) {
        Zones zones = moving(from, to);

        assertThat(Instant.ofEpochMilli(zones.startOf(FIRST_OF_MARCH))).isEqualTo(start);
        assertThat(zones.startOf(FIRST_OF_MARCH.plusDays(1)))
                .isEqualTo(start.toEpochMilli() + Math.round(hours * 3_600_000));
        assertThat(zones.dateOf(start.toEpochMilli())).isEqualTo(FIRST_OF_MARCH);
        assertThat(zones.dateOf(start.toEpochMilli() - 1)).isEqualTo(FIRST_OF_MARCH.minusDays(1));
        assertThat(zones.startOf(FIRST_OF_MARCH.minusDays(1)))
                .as("the past keeps its days")
                .isEqualTo(start.minus(Duration.ofDays(1)).toEpochMilli());
    }

    /** From −11 to +14 hours there is no first of March on the new clock. */
    @Test
    void whoMovesOverTheDateLineMissesADate() {
        Zones zones = moving("Pacific/Niue", "Pacific/Kiritimati");
        long change = Instant.parse("2026-03-01T11:00:00Z").toEpochMilli();

        assertThat(zones.dateOf(change - 1)).isEqualTo(FIRST_OF_MARCH.minusDays(1));
        assertThat(zones.dateOf(change)).isEqualTo(FIRST_OF_MARCH.plusDays(1));
        assertThat(Instant.ofEpochMilli(zones.startOf(FIRST_OF_MARCH.plusDays(2))))
                .isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void aWindowIsSaidToBeginOnTheClockThatItBeganOn() {
        long change = Instant.parse("2026-02-28T23:00:00Z").toEpochMilli();

        assertThat(TO_LISBON.beginning(change)).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(TO_LISBON.at(change)).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(TO_LISBON).hasToString("Europe/Berlin, from 2026-03-01 Europe/Lisbon");
    }

    @ParameterizedTest
    @CsvSource({
        // the clock goes forward over half past two
        "2026-03-29, 01:30, 2026-03-29T00:30:00Z",
        "2026-03-29, 02:30, 2026-03-29T01:00:00Z",
        "2026-03-29, 03:30, 2026-03-29T01:30:00Z",
        // and shows it twice
        "2026-10-25, 02:30, 2026-10-25T00:30:00Z",
        "2026-10-25, 03:00, 2026-10-25T02:00:00Z",
    })
    void aTimeThatTheClockShowsTwiceIsTheFirstAndOneThatItSkipsIsTheSkip(LocalDate date, LocalTime time, Instant at) {
        assertThat(Instant.ofEpochMilli(Zones.always(ZoneId.of("Europe/Berlin")).momentOf(date, time)))
                .isEqualTo(at);
    }

    @Test
    void timesOfTheDayOfTheChangeAreTheNewClocks() {
        assertThat(Instant.ofEpochMilli(TO_LISBON.momentOf(FIRST_OF_MARCH, LocalTime.of(9, 0))))
                .isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(Instant.ofEpochMilli(TO_LISBON.momentOf(FIRST_OF_MARCH, LocalTime.MIDNIGHT)))
                .isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(Instant.ofEpochMilli(
                        moving("Europe/Lisbon", "Europe/Berlin").momentOf(FIRST_OF_MARCH, LocalTime.of(0, 30))))
                .as("a time that the new clock showed before it held")
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void aMoveToTheSameZoneIsNone() {
        assertThat(moving("Europe/Berlin", "Europe/Berlin")).isEqualTo(Zones.always(ZoneId.of("Europe/Berlin")));
    }
}
