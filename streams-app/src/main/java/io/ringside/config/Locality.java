package io.ringside.config;

import java.util.Optional;

import io.ringside.core.definitions.BusinessHours;
import io.ringside.core.definitions.Calendar;
import io.ringside.core.definitions.Zones;

/** The clock and the calendar that a site lives by, or the defaults. */
record Locality(Zones zones, Optional<Calendar> calendar) {

    Optional<BusinessHours> hours() {
        return calendar.map(known -> new BusinessHours(known, zones));
    }
}
