package io.ringside.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Zones;
import io.ringside.core.events.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Opening times, and zones with dates, from a configuration. */
final class CalendarsTest {
    private static final Definitions CENTER = Configuration.parse("""
                    calendars:
                      office:
                        weekdays: [08:00-12:00, 13:00-18:00]
                        friday: 8:00-14:00
                        saturday: closed
                        holidays: [2026-12-25, 2026-12-26]
                        special:
                          2026-12-24: 08:00-12:00
                          2026-12-31: closed
                      nights: {monday: 22:00-06:00}
                      always: {weekdays: 00:00-24:00, saturday: 00:00-24:00, sunday: 00:00-24:00}
                    defaults: {zone: Europe/Berlin, calendar: office}
                    sites:
                      lisbon: {zone: Europe/Lisbon, calendar: nights}
                      moving:
                        zone: [{zone: Europe/Berlin}, {from: 2026-03-01, zone: Europe/Lisbon}]
                    queues:
                      sales: {site: lisbon}
                      chat/sales: {calendar: always}
                      care: {site: moving}
                    teams:
                      alpha: {agents: [ada], site: lisbon}
                    """).definitions();

    private static boolean isOpen(Scope scope, String moment) {
        return CENTER.hours(scope).orElseThrow().isOpenAt(Instant.parse(moment).toEpochMilli());
    }

    @Test
    void theMostSpecificCalendarWins() {
        assertThat(isOpen(Scope.ALL, "2026-11-02T07:00:00Z")).isTrue();
        assertThat(isOpen(Scope.channel(Channel.VOICE), "2026-11-02T07:00:00Z")).isTrue();
        assertThat(isOpen(Scope.queue(Channel.VOICE, "unnamed"), "2026-11-02T07:00:00Z"))
                .isTrue();
        assertThat(isOpen(Scope.site("lisbon"), "2026-11-02T22:00:00Z")).isTrue();
        assertThat(isOpen(Scope.queue(Channel.VOICE, "sales"), "2026-11-02T21:59:59Z"))
                .isFalse();
        assertThat(isOpen(Scope.queue(Channel.VOICE, "sales"), "2026-11-02T22:00:00Z"))
                .isTrue();
        assertThat(isOpen(Scope.queue(Channel.CHAT, "sales"), "2026-11-01T12:00:00Z"))
                .isTrue();
        assertThat(CENTER.hours(Scope.agent("ada"))).isEmpty();
        assertThat(CENTER.hours(Scope.team("alpha"))).isEmpty();
    }

    @Test
    void aDayOfItsOwnAHolidayAndASpecialDateGoAboveTheWeekdays() {
        assertThat(isOpen(Scope.ALL, "2026-11-02T11:30:00Z")).as("lunch").isFalse();
        assertThat(isOpen(Scope.ALL, "2026-11-06T11:30:00Z")).as("Friday").isTrue();
        assertThat(isOpen(Scope.ALL, "2026-11-06T13:30:00Z")).as("Friday").isFalse();
        assertThat(isOpen(Scope.ALL, "2026-11-07T09:00:00Z")).as("Saturday").isFalse();
        assertThat(isOpen(Scope.ALL, "2026-12-24T13:30:00Z"))
                .as("Christmas Eve")
                .isFalse();
        assertThat(isOpen(Scope.ALL, "2026-12-25T09:00:00Z")).as("holiday").isFalse();
        assertThat(isOpen(Scope.ALL, "2026-12-31T09:00:00Z"))
                .as("New Year's Eve")
                .isFalse();
    }

    @Test
    void aSiteMovesOnADateAndItsQueuesWithIt() {
        Zones moving =
                Zones.of(ZoneId.of("Europe/Berlin"), Map.of(LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Lisbon")));

        assertThat(CENTER.zones(Scope.site("moving"))).isEqualTo(moving);
        assertThat(CENTER.zones(Scope.queue(Channel.VOICE, "care"))).isEqualTo(moving);
        assertThat(Configuration.parse("defaults: {zone: [{zone: UTC}]}")
                        .definitions()
                        .zones(Scope.ALL))
                .isEqualTo(Zones.always(ZoneId.of("UTC")));
    }

    @Test
    void withoutACalendarNothingIsOpenOrClosed() {
        assertThat(Configuration.defaults().definitions().hours(Scope.ALL)).isEmpty();
    }

    @Test
    void allThatIsWrongWithCalendarsAndZonesIsSaidAtOnce() {
        assertThatThrownBy(() -> Configuration.parse("""
                        calendars:
                          office:
                            monday: [08:00-12:00, 11:00-18:00]
                            tuesday: 8-12
                            holidays: 2026-13-01
                            special:
                              christmas: closed
                              2026-12-26: closed
                          odd: {holidays: [2026-12-26]}
                          twice: {monday: 8:00-08:00, holidays: 2026-12-24, special: {2026-12-24: closed}}
                        defaults: {calendar: ofice}
                        sites:
                          berlin: [{from: 2026-01-01, zone: Europe/Berlin}]
                          lisbon: [{zone: Europe/Lisbon}, {zone: Europe/Berlin}]
                          paris: [{zone: Europe/Paris}, {from: 2026-02-30, zone: Europe/Lisbon}]
                        queues:
                          sales: {calendar: nights}
                        """))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "calendars.office.monday (ringside.yaml:3): 11:00-18:00 overlaps 08:00-12:00",
                        "calendars.office.tuesday (ringside.yaml:4): must be opening times such as 08:00-18:00,"
                                + " 22:00-06:00 (over midnight) or 00:00-24:00, or closed, was 8-12",
                        "calendars.office.holidays (ringside.yaml:5): must be a date such as 2026-12-24, was 2026-13-01",
                        "calendars.office.special.christmas (ringside.yaml:7): must be a date such as 2026-12-24, was christmas",
                        "calendars.odd (ringside.yaml:9): says nothing of when it is open",
                        "calendars.twice.monday (ringside.yaml:10): must be opening times",
                        "calendars.twice.special.2026-12-24 (ringside.yaml:10): is a holiday, too",
                        "defaults.calendar (ringside.yaml:11): there is no calendar ofice under calendars, did you mean office?",
                        "sites.berlin.zone (ringside.yaml:13): must begin with a zone without a date",
                        "sites.lisbon.zone (ringside.yaml:14): each zone but the first must have a date (from)",
                        "sites.paris.zone[1].from (ringside.yaml:15): must be a date such as 2026-12-24, was 2026-02-30",
                        "queues.sales.calendar (ringside.yaml:17): there is no calendar nights under calendars");
    }
}
