package io.ringside.config;

import java.time.Duration;
import java.util.Optional;

import io.ringside.core.definitions.Target;
import io.ringside.core.kpis.Direction;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.Unit;

/** How the target of a KPI is written: in its unit, within what it can reach. */
final class TargetNotation {
    private static final Notation<Double> SECONDS = Notation.DURATION.as(
            time -> time.toMillis() / 1_000.0, seconds -> Duration.ofMillis(Math.round(seconds * 1_000)));
    private static final Notation<Double> ANY = new Notation<>(
            "share, duration or number, as the KPI's unit is", "", text -> Optional.of(0.0), value -> "");
    private static final Rule<Number> NOT_NEGATIVE = Rule.atLeast(0);
    private static final Knob<Integer> MINIMUM_VOLUME = Knob.optional(
                    "minimumVolume", Notation.WHOLE, "0, or that for all", "contacts below which there is no status")
            .must(NOT_NEGATIVE);

    private final Knob<Double> goal;
    private final Knob<Double> warning;
    private final Direction better;
    private final double best;

    private TargetNotation(Notation<Double> notation, Rule<? super Double> range, Direction better, double best) {
        this.goal = Knob.optional("goal", notation, "none, or that for all", "what is to be reached")
                .must(range);
        this.warning = Knob.optional(
                        "warning", notation, "0, or that for all", "how near to the goal, on its good side, is at risk")
                .must(NOT_NEGATIVE);
        this.better = better;
        this.best = better == Direction.LOWER ? 0 : best;
    }

    /** The notation for a KPI; where it is not known, none is right. */
    static TargetNotation of(Optional<Kpi> known) {
        if (known.isEmpty()) {
            return new TargetNotation(ANY, NOT_NEGATIVE, Direction.NONE, Double.MAX_VALUE);
        }
        Kpi kpi = known.get();
        if (kpi.unit() == Unit.RATIO) {
            return new TargetNotation(Notation.SHARE, Rule.share(), kpi.better(), 1);
        }
        if (kpi.unit() == Unit.RATING) {
            return new TargetNotation(Notation.NUMERIC, Rule.between(1, 5), kpi.better(), 5);
        }
        Notation<Double> notation = kpi.unit() == Unit.SECONDS ? SECONDS : Notation.NUMERIC;
        return new TargetNotation(notation, NOT_NEGATIVE, kpi.better(), Double.MAX_VALUE);
    }

    /** Reads a target that must have a goal, here or for all. */
    Optional<Target> readNeeded(Section section, Optional<Target> all) {
        Optional<Target> target = read(section, all);
        if (target.isEmpty() && !section.has(goal.key())) {
            section.refuse("has no goal, neither here nor for all");
        }
        return target;
    }

    /** Reads a target; what it does not say is as for all. */
    Optional<Target> read(Section section, Optional<Target> all) {
        Optional<Double> reached = section.find(goal).or(() -> all.map(Target::goal));
        Optional<Double> margin = section.find(warning).or(() -> all.map(Target::warning));
        Optional<Long> volume =
                section.find(MINIMUM_VOLUME).map(Long::valueOf).or(() -> all.map(Target::minimumVolume));
        Optional<Target> target = reached.map(value -> new Target(value, margin.orElse(0.0), volume.orElse(0L)));
        target.filter(this::canNeverBeMet).ifPresent(one -> refuseMargin(section, one));
        return target;
    }

    private boolean canNeverBeMet(Target target) {
        // Margins are written in decimals, which doubles do not add up exactly.
        double slack = 1e-9;
        return better == Direction.LOWER
                ? target.goal() - target.warning() < best - slack
                : target.goal() + target.warning() > best + slack;
    }

    private void refuseMargin(Section section, Target target) {
        String sign = better == Direction.LOWER ? " - " : " + ";
        section.refuse(
                warning.key(),
                "must leave room to meet the goal, was "
                        + goal.notation().writer().apply(target.goal())
                        + sign
                        + goal.notation().writer().apply(target.warning()));
    }
}
