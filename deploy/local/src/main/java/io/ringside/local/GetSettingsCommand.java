package io.ringside.local;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.ringside.config.Configuration;
import io.ringside.config.MomentNotation;
import io.ringside.config.SettingsText;
import io.ringside.config.SettingsTimeline;

/** {@code ringside settings get}. */
@Command(
        name = "get",
        description = "Print the settings that are in force, in the notation of the configuration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class GetSettingsCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The settings of another moment, for example 2026-12-01 or 2026-12-01T08:00. Default: now.")
    private Optional<String> at = Optional.empty();

    @Option(names = "--all", description = "All changes with their moments, the configuration's own as number 0.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Configuration loaded = configuration.load();
        Optional<Instant> asked = KnownSettings.moment("--at", at, loaded.settings(), spec.commandLine());
        SettingsTopic topic = new SettingsTopic(loaded.kafka());
        topic.requireCluster();
        SettingsTimeline known = KnownSettings.of(
                loaded.settings(), topic.read(), spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (all) {
            known.changes().forEach(change -> print(change, known.zone(), out));
        } else {
            print(known, asked.orElseGet(Instant::now), out);
        }
        out.flush();
        return 0;
    }

    private static void print(SettingsTimeline settings, Instant moment, PrintWriter out) {
        out.println("# settings " + settings.definitions().version(moment.toEpochMilli()) + ", "
                + settings.since(moment)
                        .map(since -> "in force since " + MomentNotation.print(since, settings.zone()))
                        .orElse("as configured"));
        out.print(settings.at(moment).yaml());
    }

    private static void print(SettingsText.Entry change, ZoneId zone, PrintWriter out) {
        out.println("# " + change.number() + ": from " + MomentNotation.print(change.from(), zone)
                + (change.number() == 0 ? ", in the configuration" : "")
                + change.by().map(who -> ", by " + who).orElse("")
                + change.note().map(why -> ": " + why).orElse(""));
        out.print(change.yaml());
    }
}
