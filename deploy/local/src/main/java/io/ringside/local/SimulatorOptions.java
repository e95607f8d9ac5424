package io.ringside.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.ringside.producers.simulator.Center;
import io.ringside.producers.simulator.Incident;
import io.ringside.producers.simulator.Reporting;
import io.ringside.producers.simulator.Scenario;

/** What can be said about the simulated center, in every command that has one. */
final class SimulatorOptions {
    private static final int MID_MORNING = 10;
    private static final double LARGEST_RATE = 1000;

    @Option(
            names = "--rate",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Size of the center, demand and staff alike; 1 is some 50 agents. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed and start give the same events. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--incident",
            paramLabel = "QUEUE[,...]",
            converter = Mishap.Converter.class,
            description = {
                "Let something go wrong: demand times three at a queue, a minute from now, for 20 minutes. Or say what:"
                        + " surge=N, missing=SHARE, after=DURATION, for=DURATION, with commas between them. Queues:"
                        + " sales, support, billing, chat, tickets. May be given more than once."
            })
    private List<Mishap> incidents = List.of();

    @Option(
            names = "--snapshots",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Say who waits in each queue of calls and chats so often, for an app whose kafka.sources have"
                    + " queue-snapshots. Default: never.")
    private Optional<Duration> snapshots = Optional.empty();

    @Option(
            names = "--lost-ends",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Lose this share of the hang-ups, 0 to 1: contacts that seem to wait. Default: ${DEFAULT-VALUE}.")
    private double lostEnds;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The scenario that was asked for.
     *
     * @param start when the center opens
     * @param now when the time until an incident begins to count
     */
    Scenario scenario(Instant start, Instant now) {
        return scenario(Center.berlinAndLisbon(), start, now);
    }

    /** The same, with the center's day moved so that it is mid-morning now: whoever looks at night sees it busy, too. */
    Scenario scenarioAtMidMorning(Instant start, Instant now) {
        Center center = Center.berlinAndLisbon();
        int hour = now.atZone(center.sites().get(0).zone()).getHour();
        return scenario(center.laterBy(hour - MID_MORNING), start, now);
    }

    private Scenario scenario(Center usual, Instant start, Instant now) {
        if (!(rate > 0 && rate <= LARGEST_RATE)) {
            throw new ParameterException(command.commandLine(), "--rate must be > 0 and <= 1000, was " + rate);
        }
        try {
            Center center = rate == 1 ? usual : usual.scaled(rate);
            Incident[] known =
                    incidents.stream().map(mishap -> mishap.from(now)).toArray(Incident[]::new);
            return Scenario.of(center, seed, start).with(known).with(new Reporting(snapshots, lostEnds));
        } catch (IllegalArgumentException e) { // says which value and why
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
