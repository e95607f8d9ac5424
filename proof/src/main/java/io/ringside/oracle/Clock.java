package io.ringside.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What the clock of a place shows: that of a zone, until the place moves to another. */
public record Clock(ZoneId zone, Optional<Move> move) {

    /** From when the first clock shows a date on, the other is looked at. */
    public record Move(LocalDate from, ZoneId to) {}

    /** For example {@code Europe/Berlin}, or {@code Europe/Berlin > 2026-03-01 > Europe/Lisbon}. */
    public static Clock parse(String text) {
        String[] parts = text.split(" > ", 3);
        return new Clock(
                ZoneId.of(parts[0]),
                parts.length == 1
                        ? Optional.empty()
                        : Optional.of(new Move(LocalDate.parse(parts[1]), ZoneId.of(parts[2]))));
    }

    private boolean hasMoved(long at) {
        LocalDate before = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
        return move.isPresent() && !before.isBefore(move.get().from);
    }

    /** The date and time that it shows. */
    ZonedDateTime at(long at) {
        return Instant.ofEpochMilli(at).atZone(hasMoved(at) ? move.orElseThrow().to : zone);
    }

    /** The date of the day: after a move it is not once more a day before. */
    LocalDate date(long at) {
        LocalDate shown = at(at).toLocalDate();
        return hasMoved(at) && shown.isBefore(move.orElseThrow().from) ? move.orElseThrow().from : shown;
    }

    /** As it is written in Ringside's configuration. */
    String yaml() {
        return move.map(to -> "[{zone: %s}, {from: %s, zone: %s}]".formatted(zone, to.from, to.to))
                .orElse(zone.getId());
    }
}
