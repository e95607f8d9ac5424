package io.ringside.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import io.ringside.config.Configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The configuration of the simulated center: its sites, queues, teams and targets, in {@code demo.yaml}. */
final class ShippedConfiguration {
    private static final String NAME = "demo.yaml";

    private ShippedConfiguration() {}

    /**
     * Loads it, with the environment above it.
     *
     * @param overrides values that go above both, by the path of their keys
     */
    static Configuration load(Map<String, String> overrides) {
        try (InputStream yaml = ShippedConfiguration.class.getResourceAsStream("/" + NAME)) {
            return Configuration.parse(NAME, new String(yaml.readAllBytes(), UTF_8), System.getenv(), overrides);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + NAME, e);
        }
    }
}
