package io.ringside.config;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Prometheus gets to see.
 *
 * @param windows the windows whose scorecards become gauges
 * @param attributions how their counts are placed in time: by outcome, by arrival, or as is headline for the window
 * @param agents whether agents become series; there can be very many
 * @param buckets upper edges of the wait histograms, ascending; every threshold becomes one, too, see {@link
 *     io.ringside.core.definitions.Definitions#limits}
 */
public record PrometheusSettings(
        List<String> windows, List<String> attributions, boolean agents, List<Duration> buckets) {
    private static final String HEADLINE = "headline";
    private static final List<String> KNOWN = List.of(HEADLINE, "outcome", "arrival");
    private static final List<String> WINDOWS = List.of("15m", "interval", "today");
    private static final List<Duration> BUCKETS = Stream.of(
                    5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 1800, 3600)
            .map(Duration::ofSeconds)
            .toList();

    private static final Knob<String> WINDOW = Knob.optional(
            "windows",
            Notation.oneOf(WindowSettings.SHOWN, id -> id),
            String.join(", ", WINDOWS),
            "windows whose scorecards are exported, a list");
    private static final Knob<String> ATTRIBUTION = Knob.optional(
            "attributions",
            Notation.oneOf(KNOWN, id -> id),
            HEADLINE,
            "whether counts belong to the moment they happened, to the arrival, or as is usual for the window; a list");
    private static final Knob<Boolean> AGENTS =
            Knob.of("agents", Notation.SWITCH, false, "whether agents and not only teams are exported");
    private static final Knob<Duration> BUCKET = Knob.optional(
                    "buckets",
                    Notation.DURATION,
                    BUCKETS.stream().map(DurationNotation::print).collect(Collectors.joining(", ")),
                    "edges of the wait histograms, a list; thresholds are always added")
            .must(Rule.POSITIVE)
            .must(Rule.HISTOGRAM_EDGE);

    public PrometheusSettings {
        windows = windows.stream().distinct().toList();
        if (!WindowSettings.SHOWN.containsAll(windows)) {
            throw new IllegalArgumentException("windows must be " + WINDOW.ruleText() + ", was " + windows);
        }
        attributions = attributions.stream().distinct().toList();
        if (!KNOWN.containsAll(attributions)) {
            throw new IllegalArgumentException(
                    "attributions must be " + ATTRIBUTION.ruleText() + ", was " + attributions);
        }
        BUCKET.allChecked(buckets);
        buckets = List.copyOf(new TreeSet<>(buckets));
    }

    static PrometheusSettings read(Section prometheus) {
        return new PrometheusSettings(
                prometheus.findAll(WINDOW).orElse(WINDOWS),
                prometheus.findAll(ATTRIBUTION).orElse(List.of(HEADLINE)),
                prometheus.get(AGENTS),
                prometheus.findAll(BUCKET).orElse(BUCKETS));
    }

    /**
     * Whether a scorecard becomes gauges.
     *
     * @param headline whether its attribution is the one to show for its window
     */
    public boolean exports(boolean headline, String attribution) {
        return attributions.contains(attribution) || (headline && attributions.contains(HEADLINE));
    }
}
