package io.ringside.config;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.ringside.core.definitions.Calendar;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Zones;

/** Reads what the figures rest on: defaults, sites, queues, teams and targets. */
final class DefinitionsReader {
    private static final Knob<ZoneId> SITE_ZONE = Knob.optional(
            "zone", Notation.ZONE, "that of defaults", "where its days begin; or zones with dates, a list");

    private static final Knob<String> SITE_CALENDAR =
            Knob.optional("calendar", Notation.TEXT, "that of defaults", "one of calendars: when it is open");

    /** What holds where nothing narrower is said. */
    private record Usual(Locality everywhere, QueueDefinition queue) {

        static Usual read(Section defaults, Map<String, Calendar> calendars) {
            Locality everywhere = QueueSettings.readLocality(defaults, calendars);
            return new Usual(everywhere, QueueSettings.readDefaults(defaults, everywhere));
        }
    }

    private final Map<String, Calendar> calendars;
    private final QueueDefinition defaults;
    private final Locality everywhere;
    private final Map<String, Locality> sites;
    private final Map<QueueName, QueueSettings> queues = new LinkedHashMap<>();
    private final Map<String, TeamSettings> teams;
    private final Map<String, TargetSettings> targets;

    DefinitionsReader(Section root) {
        this.calendars = CalendarSettings.readAll(root);
        Usual usual = root.section("defaults", section -> Usual.read(section, calendars));
        this.everywhere = usual.everywhere();
        this.defaults = usual.queue();
        this.sites = root.named("sites", "<site>", Optional.of(SITE_ZONE.key()), (name, site) -> readSite(site));
        root.named("queues", "<queue>", this::readQueue);
        this.teams = TeamSettings.readAll(root, sites.keySet());
        this.targets = new TargetsReader(queues.keySet(), sites.keySet(), teams.keySet()).read(root);
    }

    private Locality readSite(Section site) {
        return new Locality(
                ZonesReader.find(SITE_ZONE, site).orElse(everywhere.zones()),
                CalendarSettings.find(SITE_CALENDAR, site, calendars).or(everywhere::calendar));
    }

    private QueueSettings readQueue(String text, Section section) {
        QueueName name = QueueName.parse(text);
        QueueSettings settings = QueueSettings.read(section, sites, calendars);
        if (name.name().isBlank()) {
            section.refuse("must name a queue after the channel");
        } else {
            queues.put(name, settings);
        }
        return settings;
    }

    ConfiguredDefinitions definitions() {
        return new ConfiguredDefinitions(
                defaults,
                byScope(settings -> settings.definition(defaults)),
                zonesOfSites(),
                teams,
                targets,
                new HoursTable(byScope(settings -> settings.locality(everywhere)), sites, everywhere));
    }

    private <T> Map<Scope, T> byScope(Function<QueueSettings, T> each) {
        Map<QueueName, T> whole = new LinkedHashMap<>();
        queues.forEach((name, settings) -> whole.put(
                name, each.apply(settings.orElse(queues.getOrDefault(name.everywhere(), QueueSettings.NONE)))));
        return QueueName.byScope(whole);
    }

    private Map<String, Zones> zonesOfSites() {
        Map<String, Zones> zones = new HashMap<>();
        sites.forEach((site, locality) -> zones.put(site, locality.zones()));
        return zones;
    }
}
