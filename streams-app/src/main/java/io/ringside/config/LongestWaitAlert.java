package io.ringside.config;

import java.time.Duration;

/**
 * An alert when somebody waits too long in a queue.
 *
 * @param limit the running wait above which it opens
 * @param hold how long it must have been above
 * @param resolveBelow it resolves when nobody waits longer than this; at most the limit
 */
public record LongestWaitAlert(boolean enabled, Duration limit, Duration hold, Duration resolveBelow) {
    private static final Knob<Boolean> ENABLED =
            Knob.of("enabled", Notation.SWITCH, true, "whether to alert on long waits");
    private static final Knob<Duration> LIMIT = Knob.of(
                    "limit", Notation.DURATION, Duration.ofMinutes(5), "the running wait above which it opens")
            .must(Rule.atLeast(Duration.ofSeconds(1)))
            .must(Rule.atMost(Duration.ofDays(1)));
    private static final Knob<Duration> HOLD = Knob.of(
                    "hold", Notation.DURATION, Duration.ofSeconds(30), "how long it must be above")
            .must(Rule.NOT_NEGATIVE)
            .must(Rule.atMost(Duration.ofDays(1)));
    private static final Knob<Duration> RESOLVE_BELOW = Knob.optional(
                    "resolveBelow", Notation.DURATION, "3/5 of the limit", "the longest wait below which it resolves")
            .must(Rule.POSITIVE);

    public LongestWaitAlert {
        LIMIT.checked(limit);
        HOLD.checked(hold);
        RESOLVE_BELOW.must(atMost(limit)).checked(resolveBelow);
    }

    static LongestWaitAlert read(Section alert) {
        boolean enabled = alert.get(ENABLED);
        Duration limit = alert.get(LIMIT);
        Duration hold = alert.get(HOLD);
        Duration resolveBelow = alert.find(RESOLVE_BELOW.must(atMost(limit)))
                .orElseGet(() -> limit.multipliedBy(3).dividedBy(5));
        return new LongestWaitAlert(enabled, limit, hold, resolveBelow);
    }

    private static Rule<Duration> atMost(Duration limit) {
        return new Rule<>("<= the limit", time -> time.compareTo(limit) <= 0);
    }
}
