package io.ringside.local;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import io.ringside.config.MomentNotation;
import io.ringside.config.SettingsTimeline;
import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.ChangeRefusedException;

/** The settings of a configuration with what was written since; what the app refuses is told, and left out. */
final class KnownSettings {
    private KnownSettings() {}

    static SettingsTimeline of(SettingsTimeline configured, SettingsTopic.Written written, PrintWriter err) {
        written.unreadable().forEach(record -> err.println("left out: " + record));
        SettingsTimeline known = configured;
        for (Change change : written.changes()) {
            try {
                known = known.taken().contains(change) ? known : known.with(change);
            } catch (ChangeRefusedException e) {
                err.println("left out: settings " + change.number() + ": " + e.getMessage());
            }
        }
        return known;
    }

    /** The moment that an option names, in the zone of the settings unless it says one. */
    static Optional<Instant> moment(
            String option, Optional<String> text, SettingsTimeline settings, CommandLine command) {
        return text.map(given -> MomentNotation.parse(given, settings.zone())
                .orElseThrow(() -> new ParameterException(
                        command,
                        option + ": '" + given
                                + "' is no time such as 2026-12-01, 2026-12-01T08:00 or 2026-12-01T08:00+01:00")));
    }
}
