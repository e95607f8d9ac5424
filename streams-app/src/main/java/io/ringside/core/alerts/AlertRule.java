package io.ringside.core.alerts;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.scorecards.Scorecard;

/** When a figure is a matter for a person. A rule judges scorecards of one window, by outcome. */
public sealed interface AlertRule {
    String id();

    /** How long a breach must last before the alert opens, and a recovery before it is resolved. */
    Duration hold();

    /** What a scorecard says under this rule; empty where it is not for this rule to judge. */
    Optional<Judgement> judge(Scorecard scorecard);

    /**
     * One look at a figure.
     *
     * @param breached whether the limit is broken; an open alert stays open while it is neither breached nor recovered
     * @param recovered whether the figure is on the good side of the limit by a margin
     * @param shut whether the scope is closed by its calendar: nothing is a breach, and what is open is resolved at once
     */
    record Judgement(
            OptionalDouble value,
            double limit,
            OptionalLong volume,
            boolean breached,
            boolean recovered,
            boolean shut,
            String text) {

        /** This of a scope that may be closed. */
        Judgement at(Scorecard scorecard) {
            return scorecard.isShut()
                    ? new Judgement(value, limit, volume, false, true, true, "closed; " + text)
                    : this;
        }
    }

    /** Whether {@code a} is worse than {@code b}. */
    boolean isWorse(double a, double b);

    /**
     * The service level is below its target.
     *
     * @param minimumVolume fewer service-level events than this are not judged
     * @param resolveMargin how far above the target, as a ratio, the alert is resolved
     */
    record ServiceLevel(String window, long minimumVolume, Duration hold, double resolveMargin) implements AlertRule {
        /** 0.80 + 0.05 is a little more than 0.85 in binary fractions. */
        private static final double ROUNDING = 1e-9;

        @Override
        public String id() {
            return "service_level";
        }

        @Override
        public Optional<Judgement> judge(Scorecard scorecard) {
            if (!isOf(scorecard, window) || scorecard.scope().kind() == Scope.Kind.AGENT) {
                return Optional.empty();
            }
            return scorecard
                    .line("service_level")
                    .filter(line -> line.target().isPresent())
                    .map(line -> judge(line).at(scorecard));
        }

        private Judgement judge(Scorecard.Line line) {
            double goal = line.target().orElseThrow().goal();
            OptionalDouble value = line.reading().value();
            long volume = (long) line.reading().denominator().orElse(0);
            boolean judged = value.isPresent() && volume >= minimumVolume;
            boolean breached = judged && value.getAsDouble() < goal;
            boolean recovered = !judged || value.getAsDouble() >= Math.min(1, goal + resolveMargin) - ROUNDING;
            String text = value.isEmpty()
                    ? "no contacts in the last " + window
                    : String.format(
                            Locale.ROOT,
                            "service level %.1f %% of %d contacts in the last %s, target %.1f %%",
                            100 * value.getAsDouble(),
                            volume,
                            window,
                            100 * goal);
            return new Judgement(value, goal, OptionalLong.of(volume), breached, recovered, false, text);
        }

        @Override
        public boolean isWorse(double a, double b) {
            return a < b;
        }
    }

    /**
     * A contact waits too long.
     *
     * @param limit a longer wait is a breach
     * @param resolveBelow when no contact waits longer than this, the alert is resolved
     */
    record LongestWait(Duration limit, Duration hold, Duration resolveBelow) implements AlertRule {
        private static final String WINDOW = "5m";

        @Override
        public String id() {
            return "longest_wait";
        }

        @Override
        public Optional<Judgement> judge(Scorecard scorecard) {
            if (!isOf(scorecard, WINDOW) || scorecard.scope().kind() != Scope.Kind.QUEUE) {
                return Optional.empty();
            }
            return scorecard.live().map(live -> {
                long since = live.waiting().oldestSince().orElse(Long.MAX_VALUE);
                double seconds = Math.max(0, scorecard.asOf().toEpochMilli() - since) / 1000.0;
                String text = String.format(
                        Locale.ROOT,
                        "%d waiting, the longest for %.0f s, limit %d s",
                        live.waiting().count(),
                        seconds,
                        limit.toSeconds());
                return new Judgement(
                                OptionalDouble.of(seconds),
                                limit.toMillis() / 1000.0,
                                OptionalLong.of(live.waiting().count()),
                                seconds > limit.toMillis() / 1000.0,
                                seconds <= resolveBelow.toMillis() / 1000.0,
                                false,
                                text)
                        .at(scorecard);
            });
        }

        @Override
        public boolean isWorse(double a, double b) {
            return a > b;
        }
    }

    private static boolean isOf(Scorecard scorecard, String window) {
        return scorecard.window().id().equals(window) && scorecard.attribution() == Attribution.OUTCOME;
    }
}
