package io.ringside.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.ringside.config.Configuration;
import io.ringside.config.MomentNotation;
import io.ringside.config.SettingsTimeline;
import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.ChangeRefusedException;

/** {@code ringside settings set}. */
@Command(
        name = "set",
        description = "Change settings from a moment on. What holds until then is never rewritten.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class SetSettingsCommand implements Callable<Integer> {
    /** Unless another moment is said: enough for every instance to know, soon enough for whoever watches. */
    private static final Duration SOON = Change.LEAD.multipliedBy(2);

    @Mixin
    private ConfigurationOptions configuration;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "What changes: sections defaults, queues and targets, as in the configuration; - reads it from"
                            + " the standard input.")
    private String file;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "When it begins to hold, for example 2026-12-01 or 2026-12-01T08:00, in the zone of defaults."
                    + " Default: in 10 seconds.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for whoever reads it later.")
    private Optional<String> note = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who asks for it. Default: ${DEFAULT-VALUE}.")
    private String by;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Configuration loaded = configuration.load();
        Optional<Instant> asked = KnownSettings.moment("--from", from, loaded.settings(), spec.commandLine());
        asked.ifPresent(moment -> refusePast(moment, loaded.settings()));
        String text = text();
        SettingsTopic topic = new SettingsTopic(loaded.kafka());
        topic.requireCluster();
        topic.prepare();
        Optional<Change> change = topic.write(written -> {
            SettingsTimeline known = KnownSettings.of(
                    loaded.settings(), written, spec.commandLine().getErr());
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Instant begin = asked.orElse(now.plus(SOON).truncatedTo(ChronoUnit.SECONDS));
            return decide(known, new Change(known.latest() + 1, begin, text, Optional.of(by), note, now));
        });
        spec.commandLine().getOut().println(change.isPresent() ? "Written." : "Nothing changes; nothing was written.");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void refusePast(Instant moment, SettingsTimeline settings) {
        Instant first = Instant.now().plus(Change.LEAD);
        if (!settings.isReplay() && moment.isBefore(first)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from must be at least " + Change.LEAD.toSeconds() + " s from now, not before "
                            + MomentNotation.print(first, settings.zone()) + ": the past is not rewritten");
        }
    }

    private Optional<Change> decide(SettingsTimeline known, Change change) {
        try {
            SettingsTimeline changed = known.with(change);
            Map<String, String> before = known.at(change.from()).values();
            Map<String, String> after = changed.at(change.from()).values();
            if (before.equals(after)) {
                return Optional.empty();
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("settings "
                    + changed.definitions().version(change.from().toEpochMilli()) + ", from "
                    + MomentNotation.print(change.from(), known.zone()));
            print(before, after, out);
            return Optional.of(change);
        } catch (ChangeRefusedException e) {
            throw new ParameterException(spec.commandLine(), "this cannot be set:\n" + e.getMessage());
        }
    }

    private static void print(Map<String, String> before, Map<String, String> after, PrintWriter out) {
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String was = before.getOrDefault(path, "none");
            String is = after.getOrDefault(path, "none");
            if (!was.equals(is)) {
                out.println("  " + path + ": " + was + " → " + is);
            }
        }
    }

    private String text() throws IOException {
        if (file.equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException missing) {
            throw new SettingsFailed(file + ": there is no such file", missing);
        } catch (IOException unreadable) {
            throw new SettingsFailed(file + ": cannot be read, " + unreadable.getMessage(), unreadable);
        }
    }
}
