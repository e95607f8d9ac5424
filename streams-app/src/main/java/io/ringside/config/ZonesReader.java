package io.ringside.config;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import io.ringside.core.definitions.Zones;

/** Reads a zone, or zones with the dates from which they hold. */
final class ZonesReader {
    private static final Knob<LocalDate> FROM =
            Knob.optional("from", HoursNotation.DATE, "none", "the first date of this zone");
    private static final Knob<ZoneId> ZONE = Knob.optional("zone", Notation.ZONE, "none", "where days begin then");

    private record Change(Optional<LocalDate> from, Optional<ZoneId> zone) {}

    private ZonesReader() {}

    /** The zones under a key, if they are given and right. */
    static Optional<Zones> find(Knob<ZoneId> knob, Section section) {
        return section.isList(knob.key())
                ? zones(section.each(knob.key(), ZonesReader::change), knob.key(), section)
                : section.find(knob).map(Zones::always);
    }

    private static Change change(Section entry) {
        Change change = new Change(entry.find(FROM), entry.find(ZONE));
        if (!entry.has(ZONE.key())) {
            entry.refuse("has no zone");
        }
        return change;
    }

    private static Optional<Zones> zones(List<Change> changes, String key, Section section) {
        TreeMap<LocalDate, ZoneId> later = new TreeMap<>();
        for (Change change : changes.subList(Math.min(1, changes.size()), changes.size())) {
            if (change.from.isEmpty() || (!later.isEmpty() && !change.from.get().isAfter(later.lastKey()))) {
                section.refuse(key, "each zone but the first must have a date (from), later than the one before");
                return Optional.empty();
            }
            change.zone.ifPresent(zone -> later.put(change.from.get(), zone));
        }
        if (changes.isEmpty() || changes.get(0).from.isPresent()) {
            section.refuse(key, "must begin with a zone without a date: it holds before all others");
            return Optional.empty();
        }
        return changes.get(0).zone.map(first -> Zones.of(first, later));
    }
}
