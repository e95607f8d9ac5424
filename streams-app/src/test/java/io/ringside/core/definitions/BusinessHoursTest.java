package io.ringside.core.definitions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Business time by hand: an office, a night line and one that never closes, on Berlin's clock. */
final class BusinessHoursTest {
    private static final Zones BERLIN = Zones.always(ZoneId.of("Europe/Berlin"));
    private static final Map<LocalDate, List<OpeningTime>> CHRISTMAS = Map.of(
            LocalDate.of(2026, 12, 24), List.of(time(8, 12)),
            LocalDate.of(2026, 12, 25), List.of());

    /** Eight to twelve and one to six; nine to one on Saturdays. */
    private static final Calendar OFFICE =
            new Calendar(week(List.of(time(8, 12), time(13, 18)), List.of(time(9, 13)), List.of()), CHRISTMAS);

    private static final Calendar NIGHTS =
            new Calendar(everyDay(time(22, 6)), Map.of(LocalDate.of(2026, 12, 25), List.of()));
    private static final Calendar ALWAYS = new Calendar(everyDay(time(0, 0)), Map.of());
    private static final Map<String, Calendar> CALENDARS = Map.of("office", OFFICE, "nights", NIGHTS, "always", ALWAYS);

    private static OpeningTime time(int opens, int closes) {
        return new OpeningTime(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }

    private static Map<DayOfWeek, List<OpeningTime>> everyDay(OpeningTime time) {
        return week(List.of(time), List.of(time), List.of(time));
    }

    private static Map<DayOfWeek, List<OpeningTime>> week(
            List<OpeningTime> weekday, List<OpeningTime> saturday, List<OpeningTime> sunday) {
        Map<DayOfWeek, List<OpeningTime>> week = new EnumMap<>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).forEach(day -> week.put(day, weekday));
        week.put(DayOfWeek.SATURDAY, saturday);
        week.put(DayOfWeek.SUNDAY, sunday);
        return week;
    }

    @ParameterizedTest
    @CsvSource({
        // over night: 17:00 to 18:00 and 08:00 to 09:30
        "office, 2026-11-02T16:00:00Z, 2026-11-03T08:30:00Z, PT2H30M",
        // over lunch
        "office, 2026-11-02T10:30:00Z, 2026-11-02T12:30:00Z, PT1H",
        // over a weekend: an hour on Friday, four on Saturday, half of one on Monday
        "office, 2026-11-06T16:00:00Z, 2026-11-09T07:30:00Z, PT5H30M",
        // two hours on Christmas Eve, none on the holiday, four on Saturday, one on Monday
        "office, 2026-12-24T09:00:00Z, 2026-12-28T08:00:00Z, PT7H",
        "office, 2026-12-25T07:00:00Z, 2026-12-25T17:00:00Z, PT0S",
        // created and solved in one opening time, and at one moment
        "office, 2026-11-02T08:00:00.250Z, 2026-11-02T08:00:01Z, PT0.75S",
        "office, 2026-11-02T08:00:00Z, 2026-11-02T08:00:00Z, PT0S",
        // over midnight: 23:30 to 06:00 and 22:00 to 23:00
        "nights, 2026-11-03T22:30:00Z, 2026-11-04T22:00:00Z, PT7H30M",
        // a night has an hour less when the clock goes forward, and one more when it goes back
        "nights, 2026-03-28T20:00:00Z, 2026-03-29T06:00:00Z, PT7H",
        "nights, 2026-10-24T19:00:00Z, 2026-10-25T08:00:00Z, PT9H",
        // what begins on the eve of a holiday goes on into it; what would begin on it does not
        "nights, 2026-12-24T20:00:00Z, 2026-12-26T12:00:00Z, PT8H",
        // the day on which the clock goes forward
        "always, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, PT23H",
        "always, 2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z, PT744H",
    })
    void businessTimeIsWhatACalendarLeavesOfTheTimeInBetween(
            String calendar, Instant created, Instant solved, Duration expected) {
        BusinessHours hours = new BusinessHours(CALENDARS.get(calendar), BERLIN);

        assertThat(Duration.ofMillis(hours.between(created.toEpochMilli(), solved.toEpochMilli())))
                .isEqualTo(expected);
    }

    /** An hour on Friday in Berlin, four on Saturday, and from eight to nine on Monday in Lisbon. */
    @Test
    void aSiteThatMovesOpensOnItsNewClock() {
        BusinessHours hours = new BusinessHours(
                OFFICE,
                Zones.of(ZoneId.of("Europe/Berlin"), Map.of(LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Lisbon"))));

        assertThat(hours.between(
                        Instant.parse("2026-02-27T16:00:00Z").toEpochMilli(),
                        Instant.parse("2026-03-02T09:00:00Z").toEpochMilli()))
                .isEqualTo(Duration.ofHours(6).toMillis());
    }

    @ParameterizedTest
    @CsvSource({
        "office, 2026-11-02T06:59:59.999Z, false, 2026-11-02T07:00:00Z",
        "office, 2026-11-02T07:00:00Z, true, 2026-11-02T11:00:00Z",
        "office, 2026-11-06T17:00:00Z, false, 2026-11-07T08:00:00Z",
        "office, 2026-12-24T12:00:00Z, false, 2026-12-26T08:00:00Z",
        "nights, 2026-11-03T23:00:00Z, true, 2026-11-04T05:00:00Z",
        "nights, 2026-12-25T05:00:00Z, false, 2026-12-26T21:00:00Z",
    })
    void aScopeIsOpenFromItsOpeningUntilBeforeItsClosing(
            String calendar, Instant moment, boolean open, Instant nextChange) {
        BusinessHours hours = new BusinessHours(CALENDARS.get(calendar), BERLIN);

        assertThat(hours.isOpenAt(moment.toEpochMilli())).isEqualTo(open);
        assertThat(Instant.ofEpochMilli(hours.nextChange(moment.toEpochMilli())))
                .isEqualTo(nextChange);
    }

    @Test
    void whatNeverClosesIsLookedAtAgainSomeDaysAhead() {
        BusinessHours hours = new BusinessHours(ALWAYS, BERLIN);
        long now = Instant.parse("2026-11-02T07:00:00Z").toEpochMilli();

        assertThat(hours.isOpenAt(now)).isTrue();
        assertThat(hours.nextChange(now)).isGreaterThan(now + Duration.ofDays(9).toMillis());
    }

    @Test
    void timesThatOverlapAcrossMidnightCountOnce() {
        Map<DayOfWeek, List<OpeningTime>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.MONDAY, List.of(time(22, 6)));
        week.put(DayOfWeek.TUESDAY, new ArrayList<>(List.of(time(12, 14), time(5, 8))));
        BusinessHours hours = new BusinessHours(new Calendar(week, Map.of()), BERLIN);

        assertThat(hours.between(
                        Instant.parse("2026-11-02T00:00:00Z").toEpochMilli(),
                        Instant.parse("2026-11-04T00:00:00Z").toEpochMilli()))
                .isEqualTo(Duration.ofHours(12).toMillis());
    }
}
