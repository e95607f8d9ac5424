package io.ringside.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

import io.ringside.config.Configuration;

/** Where a command finds its configuration. */
final class ConfigurationOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration in YAML; the environment goes above it. Default: that of the simulated center in"
                            + " demo, none elsewhere.")
    private Optional<Path> file = Optional.empty();

    Configuration load() {
        return load(Map.of());
    }

    /**
     * Loads the configuration.
     *
     * @param overrides values that go above file and environment, by the path of their keys
     * @throws io.ringside.config.ConfigurationException with all that is wrong
     */
    Configuration load(Map<String, String> overrides) {
        return file.map(path -> Configuration.load(path, System.getenv(), overrides))
                .orElseGet(() -> Configuration.load(System.getenv(), overrides));
    }

    Optional<Path> file() {
        return file;
    }
}
