package io.ringside.adapters.prometheus;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;
import io.ringside.core.kpis.Unit;

/**
 * The gauges of one KPI. Their names and help texts come from the catalogue.
 *
 * @param value the KPI over a window
 * @param numerator what to add up before dividing; shares and means have one
 * @param denominator what to divide by; shares and means have one
 * @param target the goal, for every window
 */
record KpiFamilies(Family value, Optional<Family> numerator, Optional<Family> denominator, Family target) {
    private static final Map<String, KpiFamilies> BY_ID =
            KpiCatalogue.all().stream().collect(Collectors.toUnmodifiableMap(Kpi::id, KpiFamilies::named));

    /** How a KPI stands against its target. */
    static final Family STATUS = Family.gauge(
            "ringside_kpi_status",
            "How a KPI stands against its target: 2 met, 1 at risk (met, but within the warning margin), 0 missed."
                    + " Absent without target or data, and under the minimum volume.",
            "window",
            "attribution",
            "kpi");

    /** How much is known of those who came in a window. */
    static final Family COMPLETENESS = Family.gauge(
            "ringside_completeness_ratio",
            "By arrival: the share of the contacts that came in the window that have left the queue. Until it is 1, the"
                    + " by-arrival figures of the window still change. Absent where nobody came.",
            "window",
            "attribution");

    static KpiFamilies of(Kpi kpi) {
        return BY_ID.get(kpi.id());
    }

    /** All families of all KPIs, in the order of the catalogue. */
    static Stream<Family> all() {
        return Stream.concat(
                KpiCatalogue.all().stream().flatMap(kpi -> of(kpi).each()), Stream.of(STATUS, COMPLETENESS));
    }

    private Stream<Family> each() {
        return Stream.of(Optional.of(value), numerator, denominator, Optional.of(target))
                .flatMap(Optional::stream);
    }

    private static KpiFamilies named(Kpi kpi) {
        Optional<Kpi> quotient = Optional.of(kpi).filter(Kpi::isQuotient);
        return new KpiFamilies(
                windowed(kpi.id() + suffix(kpi), help(kpi)),
                quotient.map(q -> windowed(q.id() + "_numerator", "Numerator of " + formula(q))),
                quotient.map(q -> windowed(q.id() + "_denominator", "Denominator of " + formula(q))),
                Family.gauge("ringside_target_" + kpi.id() + suffix(kpi), "Goal of " + kpi.name() + bound(kpi)));
    }

    private static Family windowed(String name, String help) {
        return Family.gauge("ringside_" + name, help, "window", "attribution");
    }

    /** Counts need no unit, and a name that says its unit needs it once. */
    private static String suffix(Kpi kpi) {
        String unit = "_" + kpi.unit().id();
        return kpi.unit() == Unit.COUNT || kpi.id().endsWith(unit) ? "" : unit;
    }

    private static String help(Kpi kpi) {
        return kpi.name() + ": " + kpi.definition() + ". Placed by: " + kpi.placedBy() + ". Source: " + kpi.source()
                + ".";
    }

    private static String formula(Kpi kpi) {
        return kpi.name() + ", " + kpi.definition() + ". Add up over scopes before dividing.";
    }

    private static String bound(Kpi kpi) {
        return switch (kpi.better()) {
            case HIGHER -> ": at least this.";
            case LOWER -> ": at most this.";
            case NONE -> ".";
        };
    }
}
