package io.ringside.core.kpis;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Zones;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Cause;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

/**
 * Says which counts come too late: the intervals that they belong to are kept no longer, or not even the days. They are in
 * all windows that are kept. It belongs to one thread.
 */
public final class Lateness {
    private static final long LONGEST_DAY = 2 * 86_400_000L;
    private static final TooLate NOTHING = new TooLate(Map.of(), Map.of());

    private final Definitions definitions;
    private final WindowPlan plan;
    private final Map<Zones, LocalTime> times = new HashMap<>();

    public Lateness(Definitions definitions, WindowPlan plan) {
        this.definitions = definitions;
        this.plan = plan;
    }

    /**
     * How many counts came too late, and why they came only now.
     *
     * @param ofIntervals those that no interval has
     * @param ofDays those of them that no day has
     */
    public record TooLate(Map<Cause, Integer> ofIntervals, Map<Cause, Integer> ofDays) {
        private TooLate() {
            this(new EnumMap<>(Cause.class), new EnumMap<>(Cause.class));
        }

        public boolean isEmpty() {
            return ofIntervals.isEmpty();
        }
    }

    /**
     * Looks at all counts of some postings.
     *
     * @param now how far time has come, epoch milliseconds
     */
    public TooLate of(List<Posting> postings, long now) {
        long keptSince = plan.keptSince(Grain.QUARTER_HOUR, now);
        if (!reachesBack(postings, keptSince)) {
            return NOTHING;
        }
        TooLate tooLate = new TooLate();
        postings.forEach(posting -> judge(posting, now, tooLate));
        return tooLate;
    }

    /** One look does for nearly all: only now and then does anything reach back that far. */
    private static boolean reachesBack(List<Posting> postings, long keptSince) {
        for (Posting posting : postings) {
            if (Book.quarterOf(earliest(posting.fact())) < keptSince) {
                return true;
            }
        }
        return false;
    }

    /** How many waited at a moment is in the books of the interval that ends there, too. */
    private static long earliest(Fact fact) {
        return Math.min(fact.happenedAt() - 1, fact.arrivedAt());
    }

    private void judge(Posting posting, long now, TooLate tooLate) {
        Fact fact = posting.fact();
        boolean isLevel = fact.measure().kind() == Measure.Kind.LEVEL;
        if (fact.measure().kind() == Measure.Kind.STOCK) {
            return;
        }
        long happenedAt = isLevel ? fact.happenedAt() - 1 : fact.happenedAt();
        judge(fact.scope(), happenedAt, posting.cause(), now, tooLate);
        if (!isLevel) {
            boolean isOutcome = posting.cause() == Cause.LATE_EVENT && isKept(happenedAt, now);
            long arrivedAt = fact.at(Attribution.ARRIVAL);
            judge(fact.scope(), arrivedAt, isOutcome ? Cause.OUTCOME : posting.cause(), now, tooLate);
        }
    }

    private void judge(Scope scope, long at, Cause cause, long now, TooLate tooLate) {
        if (!isKept(at, now)) {
            tooLate.ofIntervals.merge(cause, 1, Integer::sum);
            if (!isDayKept(scope, at, now)) {
                tooLate.ofDays.merge(cause, 1, Integer::sum);
            }
        }
    }

    private boolean isKept(long at, long now) {
        return Book.quarterOf(at) >= plan.keptSince(Grain.QUARTER_HOUR, now);
    }

    private boolean isDayKept(Scope scope, long at, long now) {
        long keptSince = plan.keptSince(Grain.DAY, now);
        return at - LONGEST_DAY >= keptSince
                || times.computeIfAbsent(
                                        definitions.zones(scope),
                                        zones -> new LocalTime(
                                                zones, plan.interval().toMillis(), plan.weekStart()))
                                .dayOf(at)
                        >= keptSince;
    }
}
