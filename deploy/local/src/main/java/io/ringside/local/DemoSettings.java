package io.ringside.local;

/**
 * What a demo is asked for.
 *
 * @param brokerPort the port wanted for the broker; another one is found when it is taken
 * @param registryPort the same for the registry
 * @param webPort the same for wallboard and metrics
 */
record DemoSettings(int brokerPort, int registryPort, int webPort) {}
