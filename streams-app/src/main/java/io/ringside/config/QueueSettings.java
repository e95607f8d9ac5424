package io.ringside.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import io.ringside.core.definitions.Calendar;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Zones;

/** What is said of a queue in one place; what is not said comes from a wider place. */
record QueueSettings(
        Optional<Duration> threshold,
        Optional<Duration> shortAbandon,
        Optional<String> site,
        Optional<Zones> zones,
        Optional<Calendar> calendar) {
    static final QueueSettings NONE =
            new QueueSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Knob<Duration> THRESHOLD = Knob.optional(
                    "threshold", Notation.DURATION, "that of defaults", "waits up to and with this are in time")
            .must(Rule.POSITIVE)
            .must(Rule.HISTOGRAM_EDGE);
    private static final Knob<Duration> SHORT_ABANDON = Knob.optional(
                    "shortAbandon", Notation.DURATION, "that of defaults", "hang-ups up to and with this are left out")
            .must(Rule.NOT_NEGATIVE)
            .must(Rule.HISTOGRAM_EDGE);
    private static final Knob<String> SITE =
            Knob.optional("site", Notation.TEXT, "none", "one of sites; its days are the queue's");
    private static final Knob<ZoneId> ZONE = Knob.optional(
            "zone",
            Notation.ZONE,
            "that of its site, or of defaults",
            "where its days begin; or zones with dates, a list");
    private static final Knob<String> CALENDAR = Knob.optional(
            "calendar", Notation.TEXT, "that of its site, or of defaults", "one of calendars: when it is open");

    private static final Knob<Duration> DEFAULT_THRESHOLD = Knob.of(
                    "threshold", Notation.DURATION, Duration.ofSeconds(20), THRESHOLD.about())
            .must(THRESHOLD.rules());
    private static final Knob<Duration> DEFAULT_SHORT_ABANDON = Knob.of(
                    "shortAbandon", Notation.DURATION, Duration.ofSeconds(5), SHORT_ABANDON.about())
            .must(SHORT_ABANDON.rules());
    private static final Knob<ZoneId> DEFAULT_ZONE =
            Knob.of("zone", Notation.ZONE, ZoneId.of("UTC"), "where days begin; or zones with dates, a list");
    private static final Knob<String> DEFAULT_CALENDAR =
            Knob.optional("calendar", Notation.TEXT, "none: always open", "one of calendars: when queues are open");

    /** What holds for all queues that are not named. */
    static QueueDefinition readDefaults(Section defaults, Locality everywhere) {
        return new QueueDefinition(
                defaults.section("serviceLevel", level -> level.get(DEFAULT_THRESHOLD)),
                defaults.get(DEFAULT_SHORT_ABANDON),
                Optional.empty(),
                everywhere.zones(),
                false);
    }

    /** The clock and the calendar of all that have none of their own. */
    static Locality readLocality(Section defaults, Map<String, Calendar> calendars) {
        return new Locality(
                ZonesReader.find(DEFAULT_ZONE, defaults)
                        .or(() -> DEFAULT_ZONE.standard().map(Zones::always))
                        .orElseThrow(),
                CalendarSettings.find(DEFAULT_CALENDAR, defaults, calendars));
    }

    static QueueSettings read(Section queue, Map<String, Locality> sites, Map<String, Calendar> calendars) {
        Optional<String> site = queue.find(SITE).filter(name -> isSite(name, queue, sites));
        return new QueueSettings(
                queue.section("serviceLevel", level -> level.find(THRESHOLD)),
                queue.find(SHORT_ABANDON),
                site,
                ZonesReader.find(ZONE, queue).or(() -> site.map(sites::get).map(Locality::zones)),
                CalendarSettings.find(CALENDAR, queue, calendars)
                        .or(() -> site.map(sites::get).flatMap(Locality::calendar)));
    }

    /** Checks what can change with a date. */
    static void checkLimits(Section limits) {
        limits.section("serviceLevel", level -> level.find(THRESHOLD));
        limits.find(SHORT_ABANDON);
    }

    private static boolean isSite(String name, Section queue, Map<String, Locality> sites) {
        if (!sites.containsKey(name)) {
            queue.refuse(SITE.key(), References.unknown("site", name, sites.keySet()));
        }
        return sites.containsKey(name);
    }

    /** This, with what a wider place says where it is silent. */
    QueueSettings orElse(QueueSettings wider) {
        return new QueueSettings(
                threshold.or(wider::threshold),
                shortAbandon.or(wider::shortAbandon),
                site.or(wider::site),
                zones.or(wider::zones),
                calendar.or(wider::calendar));
    }

    Locality locality(Locality everywhere) {
        return new Locality(zones.orElse(everywhere.zones()), calendar.or(everywhere::calendar));
    }

    QueueDefinition definition(QueueDefinition defaults) {
        return new QueueDefinition(
                threshold.orElse(defaults.threshold()),
                shortAbandon.orElse(defaults.shortAbandon()),
                site,
                zones.orElse(defaults.zones()),
                true);
    }
}
