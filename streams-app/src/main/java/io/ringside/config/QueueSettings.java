package io.ringside.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Zones;

/** What is said of a queue in one place; what is not said comes from a wider place. */
record QueueSettings(
        Optional<Duration> threshold, Optional<Duration> shortAbandon, Optional<String> site, Optional<Zones> zones) {
    static final QueueSettings NONE =
            new QueueSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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
    private static final Knob<ZoneId> ZONE =
            Knob.optional("zone", Notation.ZONE, "that of its site, or of defaults", "where its days begin");

    private static final Knob<Duration> DEFAULT_THRESHOLD = Knob.of(
                    "threshold", Notation.DURATION, Duration.ofSeconds(20), THRESHOLD.about())
            .must(THRESHOLD.rules());
    private static final Knob<Duration> DEFAULT_SHORT_ABANDON = Knob.of(
                    "shortAbandon", Notation.DURATION, Duration.ofSeconds(5), SHORT_ABANDON.about())
            .must(SHORT_ABANDON.rules());
    private static final Knob<ZoneId> DEFAULT_ZONE =
            Knob.of("zone", Notation.ZONE, ZoneId.of("UTC"), "where days begin");

    /** What holds for all queues that are not named. */
    static QueueDefinition readDefaults(Section defaults) {
        return new QueueDefinition(
                defaults.section("serviceLevel", level -> level.get(DEFAULT_THRESHOLD)),
                defaults.get(DEFAULT_SHORT_ABANDON),
                Optional.empty(),
                Zones.always(defaults.get(DEFAULT_ZONE)),
                false);
    }

    static QueueSettings read(Section queue, Map<String, Zones> sites) {
        Optional<String> site = queue.find(SITE).filter(name -> isSite(name, queue, sites));
        return new QueueSettings(
                queue.section("serviceLevel", level -> level.find(THRESHOLD)),
                queue.find(SHORT_ABANDON),
                site,
                queue.find(ZONE).map(Zones::always).or(() -> site.map(sites::get)));
    }

    /** Checks what can change with a date. */
    static void checkLimits(Section limits) {
        limits.section("serviceLevel", level -> level.find(THRESHOLD));
        limits.find(SHORT_ABANDON);
    }

    private static boolean isSite(String name, Section queue, Map<String, Zones> sites) {
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
                zones.or(wider::zones));
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
