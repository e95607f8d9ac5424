package io.ringside.proof;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ringside.oracle.Clock;
import io.ringside.oracle.Hours;
import io.ringside.oracle.Rules;

/** A contact center somewhere in the world, on an evening before a day worth looking at. */
public enum Place {
    AN_ORDINARY_DAY("2026-03-10T12:00:00Z", 30, "UTC", "Europe/Berlin", "Asia/Kolkata"),
    CLOCKS_GO_FORWARD("2026-03-28T16:00:00Z", 30, "Europe/Berlin", "Europe/London", "Asia/Kathmandu"),
    CLOCKS_GO_BACK("2026-10-24T16:00:00Z", 15, "Europe/Berlin", "America/New_York", "Australia/Adelaide"),
    CLOCKS_GO_BACK_BY_HALF_AN_HOUR("2026-04-04T06:00:00Z", 60, "Australia/Lord_Howe", "Pacific/Chatham", "UTC"),
    CLOCKS_GO_FORWARD_BY_HALF_AN_HOUR("2026-10-03T06:00:00Z", 60, "UTC", "Australia/Lord_Howe", "Pacific/Chatham"),
    NO_MIDNIGHT_IN_CAIRO("2026-04-23T12:00:00Z", 30, "Africa/Cairo", "Asia/Kolkata", "Africa/Cairo"),
    NO_MIDNIGHT_IN_ASUNCION("2023-09-30T18:00:00Z", 60, "America/Asuncion", "America/Asuncion", "Asia/Kathmandu"),
    MIDNIGHT_TWICE_IN_HAVANA("2026-10-31T18:00:00Z", 30, "America/Havana", "America/St_Johns", "America/Havana"),
    A_NEW_QUARTER("2026-12-31T10:00:00Z", 30, "Asia/Kathmandu", "Asia/Kolkata", "America/New_York"),
    SITES_MOVE(
            "2026-02-28T10:00:00Z",
            60,
            "Europe/Berlin",
            "Europe/Berlin > 2026-03-01 > Europe/Lisbon",
            "Europe/Lisbon > 2026-03-01 > Asia/Kolkata");

    /** When the first contacts come. */
    public final Instant from;

    private static final Hours OFFICE = new Hours(
            "office", LocalTime.of(8, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final Hours NIGHTS = new Hours(
            "nights", LocalTime.of(22, 0), LocalTime.of(6, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));

    private final int interval;
    private final String zone;
    private final String north;
    private final String south;

    /** Where the center's own days begin, and those of its two sites; an interval has so many minutes. */
    Place(String from, int interval, String zone, String north, String south) {
        this.from = Instant.parse(from);
        this.interval = interval;
        this.zone = zone;
        this.north = north;
        this.south = south;
    }

    public Rules rules() {
        return new Rules(
                ZoneId.of(zone),
                Duration.ofMinutes(interval),
                Duration.ofHours(12),
                Duration.ofSeconds(30),
                Map.of("north", Clock.parse(north), "south", Clock.parse(south)),
                List.of(
                        queue("voice", "sales", 20, 5, "north"),
                        queue("voice", "care", 60, 0, "south"),
                        queue("voice", "nights", 30, 45, null, NIGHTS),
                        queue("chat", "sales", 60, 5, "south"),
                        queue("chat", "care", 20, 20, null),
                        queue("chat", "nights", 45, 30, "north"),
                        queue("ticket", "mail", 60, 0, "north", OFFICE),
                        queue("ticket", "claims", 60, 0, null, NIGHTS)),
                List.of(
                        new Rules.Team("red", Optional.of("south"), List.of("ada", "bob")),
                        new Rules.Team("blue", Optional.empty(), List.of("eve"))));
    }

    private static Rules.Queue queue(String channel, String name, int threshold, int shortAbandon, String site) {
        return queue(channel, name, threshold, shortAbandon, site, null);
    }

    private static Rules.Queue queue(
            String channel, String name, int threshold, int shortAbandon, String site, Hours hours) {
        return new Rules.Queue(
                channel,
                name,
                Duration.ofSeconds(threshold),
                Duration.ofSeconds(shortAbandon),
                Optional.ofNullable(site),
                Optional.ofNullable(hours));
    }
}
