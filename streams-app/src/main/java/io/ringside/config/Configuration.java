package io.ringside.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.ringside.config.SettingsTimeline.Source;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;

/**
 * Everything that can be set, checked. It is read from a YAML file; the environment overrides the file, and overrides
 * given by the program go above both.
 */
public record Configuration(
        KafkaSettings kafka,
        TimeSettings time,
        WindowSettings windows,
        ContactSettings contacts,
        AlertSettings alerts,
        WebSettings web,
        PrometheusSettings prometheus,
        SettingsTimeline settings) {

    /** What the figures rest on, as long as nothing is changed while running. */
    public Definitions definitions() {
        return settings.definitions();
    }

    /**
     * Reads a file and the environment.
     *
     * @throws ConfigurationException if anything is wrong, with all that is
     */
    public static Configuration load(Path file, Map<String, String> environment) {
        return load(file, environment, Map.of());
    }

    /**
     * Reads a file and the environment.
     *
     * @param overrides values that go above both, by the path of their keys, for example {@code time.clock}
     * @throws ConfigurationException if anything is wrong, with all that is
     */
    public static Configuration load(Path file, Map<String, String> environment, Map<String, String> overrides) {
        return read(YamlFile.read(file), environment, overrides);
    }

    /**
     * Reads the environment alone.
     *
     * @param overrides as in {@link #load(Path, Map, Map)}
     */
    public static Configuration load(Map<String, String> environment, Map<String, String> overrides) {
        return read(YamlFile.NONE, environment, overrides);
    }

    /** Reads a text as if it were a file of this name. */
    public static Configuration parse(
            String name, String yaml, Map<String, String> environment, Map<String, String> overrides) {
        return read(new YamlFile(name, yaml), environment, overrides);
    }

    /** Reads a text as if it were {@code ringside.yaml}. */
    public static Configuration parse(String yaml) {
        return parse("ringside.yaml", yaml, Map.of(), Map.of());
    }

    /** What holds where nothing is set. */
    public static Configuration defaults() {
        return parse("");
    }

    /** Every key that holds a value, in the order of the sections; names that users choose are like {@code <queue>}. */
    static Map<String, Knob<?>> knobs() {
        Document document = Document.describing();
        Source nothing = new Source(YamlFile.NONE, Map.of(), Map.of(), false);
        Section.root(document, YamlFile.NONE, root -> read(root, nothing, document));
        return document.knobs();
    }

    private static Configuration read(YamlFile file, Map<String, String> environment, Map<String, String> overrides) {
        Document document = new Document(environment, overrides);
        Configuration configuration = Section.root(
                document, file, root -> read(root, new Source(file, environment, overrides, false), document));
        if (!document.problems().isEmpty()) {
            throw new ConfigurationException(document.problems());
        }
        return configuration;
    }

    private static Configuration read(Section root, Source source, Document document) {
        KafkaSettings kafka = root.section("kafka", KafkaSettings::read);
        TimeSettings time = root.section("time", TimeSettings::read);
        WindowSettings windows = root.section("windows", WindowSettings::read);
        ContactSettings contacts = root.section("contacts", ContactSettings::read);
        AlertSettings alerts = root.section("alerts", AlertSettings::read);
        WebSettings web = root.section("web", WebSettings::read);
        PrometheusSettings prometheus = root.section("prometheus", PrometheusSettings::read);
        ConfiguredDefinitions first = new DefinitionsReader(root).definitions();
        List<DatedChange> changes =
                ChangesReader.read(root, first.zones(Scope.ALL).last());
        Source timed = source.replay(time.clock() == TimeSettings.Clock.REPLAY);
        SettingsTimeline settings = SettingsTimeline.of(timed, first, changes, document);
        return new Configuration(kafka, time, windows, contacts, alerts, web, prometheus, settings);
    }
}
