package io.ringside.local;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.ringside.config.Configuration;

/**
 * What a demo is asked for.
 *
 * @param brokerPort the port wanted for the broker; another one is found when it is taken
 * @param registryPort the same for the registry
 * @param webPort the same for wallboard and metrics
 * @param configuration the app's, given what the demo itself decides, by the path of its keys
 * @param simulation what to simulate; empty for a demo that others feed
 */
record DemoSettings(
        int brokerPort,
        int registryPort,
        int webPort,
        Function<Map<String, String>, Configuration> configuration,
        Optional<SimulatorOptions> simulation) {

    /** How much of the past is simulated before the app starts, so that its figures are worth a look at once. */
    static final Duration HISTORY = Duration.ofHours(2);
}
