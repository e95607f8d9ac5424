package io.ringside.config;

import java.nio.file.Path;
import java.util.Map;

import io.ringside.core.definitions.Definitions;

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
        Definitions definitions) {

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
        Section.root(document, YamlFile.NONE, Configuration::read);
        return document.knobs();
    }

    private static Configuration read(YamlFile file, Map<String, String> environment, Map<String, String> overrides) {
        Document document = new Document(environment, overrides);
        Configuration configuration = Section.root(document, file, Configuration::read);
        if (!document.problems().isEmpty()) {
            throw new ConfigurationException(document.problems());
        }
        return configuration;
    }

    private static Configuration read(Section root) {
        KafkaSettings kafka = root.section("kafka", KafkaSettings::read);
        TimeSettings time = root.section("time", TimeSettings::read);
        WindowSettings windows = root.section("windows", WindowSettings::read);
        ContactSettings contacts = root.section("contacts", ContactSettings::read);
        AlertSettings alerts = root.section("alerts", AlertSettings::read);
        WebSettings web = root.section("web", WebSettings::read);
        PrometheusSettings prometheus = root.section("prometheus", PrometheusSettings::read);
        ConfiguredDefinitions definitions = new DefinitionsReader(root).definitions();
        return new Configuration(
                kafka, time, windows, contacts, alerts, web, prometheus.with(definitions.limits()), definitions);
    }
}
