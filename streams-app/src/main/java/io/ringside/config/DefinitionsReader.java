package io.ringside.config;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Zones;

/** Reads what the figures rest on: defaults, sites, queues, teams and targets. */
final class DefinitionsReader {
    private static final Knob<ZoneId> SITE_ZONE =
            Knob.optional("zone", Notation.ZONE, "that of defaults", "where its days begin");

    private final QueueDefinition defaults;
    private final Map<String, Zones> sites;
    private final Map<QueueName, QueueSettings> queues = new LinkedHashMap<>();
    private final Map<String, TeamSettings> teams;
    private final Map<String, TargetSettings> targets;

    DefinitionsReader(Section root) {
        this.defaults = root.section("defaults", QueueSettings::readDefaults);
        this.sites = root.named("sites", "<site>", Optional.of(SITE_ZONE.key()), (name, site) -> site.find(SITE_ZONE)
                .map(Zones::always)
                .orElse(defaults.zones()));
        root.named("queues", "<queue>", this::readQueue);
        this.teams = TeamSettings.readAll(root, sites);
        this.targets = new TargetsReader(queues.keySet(), sites.keySet(), teams.keySet()).read(root);
    }

    private QueueSettings readQueue(String text, Section section) {
        QueueName name = QueueName.parse(text);
        QueueSettings settings = QueueSettings.read(section, sites);
        if (name.name().isBlank()) {
            section.refuse("must name a queue after the channel");
        } else {
            queues.put(name, settings);
        }
        return settings;
    }

    ConfiguredDefinitions definitions() {
        return new ConfiguredDefinitions(defaults, queuesByScope(), sites, teams, targets);
    }

    private Map<Scope, QueueDefinition> queuesByScope() {
        Map<QueueName, QueueDefinition> whole = new LinkedHashMap<>();
        queues.forEach((name, settings) -> whole.put(
                name,
                settings.orElse(queues.getOrDefault(name.everywhere(), QueueSettings.NONE))
                        .definition(defaults)));
        return QueueName.byScope(whole);
    }
}
