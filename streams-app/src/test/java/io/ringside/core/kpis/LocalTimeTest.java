package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ringside.core.definitions.Zones;

import static org.assertj.core.api.Assertions.assertThat;

final class LocalTimeTest {

    private static LocalTime at(String zone, int minutes) {
        return new LocalTime(
                Zones.always(ZoneId.of(zone)), Duration.ofMinutes(minutes).toMillis(), DayOfWeek.MONDAY);
    }

    @ParameterizedTest
    @CsvSource({
        // Half-hour and 45-minute zones: intervals begin on the local clock.
        "Asia/Kolkata,       2026-11-02T09:44:59Z, 2026-11-02T09:30:00Z, 2026-11-01T18:30:00Z",
        "Asia/Kathmandu,     2026-11-02T09:44:59Z, 2026-11-02T09:15:00Z, 2026-11-01T18:15:00Z",
        "Asia/Kathmandu,     2026-11-02T09:45:00Z, 2026-11-02T09:45:00Z, 2026-11-01T18:15:00Z",
        // The clock goes forward: at 01:00Z in Berlin two becomes three.
        "Europe/Berlin,      2026-03-29T00:59:59Z, 2026-03-29T00:30:00Z, 2026-03-28T23:00:00Z",
        "Europe/Berlin,      2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z, 2026-03-28T23:00:00Z",
        // The clock goes back: half past two comes twice, and each has an interval of its own.
        "Europe/Berlin,      2026-10-25T00:45:00Z, 2026-10-25T00:30:00Z, 2026-10-24T22:00:00Z",
        "Europe/Berlin,      2026-10-25T01:45:00Z, 2026-10-25T01:30:00Z, 2026-10-24T22:00:00Z",
        // Midnights that do not exist: the day begins at one.
        "America/Asuncion,   2023-10-01T04:10:00Z, 2023-10-01T04:00:00Z, 2023-10-01T04:00:00Z",
        "Africa/Cairo,       2026-04-23T22:10:00Z, 2026-04-23T22:00:00Z, 2026-04-23T22:00:00Z",
        // A midnight that comes twice begins one day.
        "America/Havana,     2026-11-01T05:10:00Z, 2026-11-01T05:00:00Z, 2026-11-01T04:00:00Z",
    })
    void anIntervalAndADayBeginOnTheLocalClock(String zone, Instant at, Instant interval, Instant day) {
        LocalTime time = at(zone, 30);

        assertThat(Instant.ofEpochMilli(time.intervalOf(at.toEpochMilli()))).isEqualTo(interval);
        assertThat(Instant.ofEpochMilli(time.dayOf(at.toEpochMilli()))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T23:00:00Z, 23",
        "Europe/Berlin, 2026-10-24T22:00:00Z, 25",
        "Africa/Cairo, 2026-04-23T22:00:00Z, 23",
        "America/Asuncion, 2023-10-01T04:00:00Z, 23",
        "Asia/Kolkata, 2026-11-01T18:30:00Z, 24",
    })
    void aDayIsAsLongAsItsZoneMakesIt(String zone, Instant start, int hours) {
        LocalTime time = at(zone, 30);

        assertThat(Duration.ofMillis(time.dayAfter(start.toEpochMilli()) - start.toEpochMilli()))
                .isEqualTo(Duration.ofHours(hours));
    }

    /** Whatever the clock does, intervals follow one another without gap or overlap, and each knows its moments. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 60, 2026-03-28T20:00:00Z",
        "Europe/Berlin, 60, 2026-10-24T20:00:00Z",
        "Australia/Lord_Howe, 60, 2026-04-04T12:00:00Z",
        "Australia/Lord_Howe, 60, 2026-10-03T12:00:00Z",
        "Australia/Lord_Howe, 30, 2026-10-03T12:00:00Z",
        "Asia/Kathmandu, 60, 2026-10-03T12:15:00Z",
        "Africa/Cairo, 30, 2026-04-23T12:00:00Z",
    })
    void intervalsFollowOneAnother(String zone, int minutes, Instant from) {
        LocalTime time = at(zone, minutes);
        long start = time.intervalOf(from.toEpochMilli());
        List<Long> lengths = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            long end = time.intervalAfter(start);
            lengths.add(end - start);
            for (long at = start; at < end; at += 60_000) {
                assertThat(time.intervalOf(at)).isEqualTo(start);
            }
            start = end;
        }
        assertThat(lengths).allMatch(length -> length > 0 && length <= minutes * 60_000L);
    }

    @Test
    void quarterHoursMeetAtEveryZonesMidnight() {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        for (String id : ZoneId.getAvailableZoneIds()) {
            long midnight = at(id, 30).dayOf(now.toEpochMilli());
            assertThat(midnight % Grain.QUARTER_HOUR.millis()).as(id).isZero();
        }
    }
}
