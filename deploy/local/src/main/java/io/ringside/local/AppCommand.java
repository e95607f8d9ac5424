package io.ringside.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import io.ringside.Main;

/** {@code ringside app}. */
@Command(
        name = "app",
        description = "Run the streams app alone, against a cluster and a registry that are there.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AppCommand implements Runnable {
    @Mixin
    private ConfigurationOptions configuration;

    /** Ends the process itself, with the app's own exit codes. */
    @Override
    public void run() {
        try {
            Main.main(configuration.file().stream().map(Object::toString).toArray(String[]::new));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
