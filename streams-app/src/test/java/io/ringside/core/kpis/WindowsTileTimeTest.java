package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.ringside.core.definitions.Zones;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the clocks do, windows of each kind follow one another without gap or overlap. */
final class WindowsTileTimeTest {
    private static final long QUARTER = Grain.QUARTER_HOUR.millis();
    private static final long HOUR = 4 * QUARTER;
    private static final List<String> IDS =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    /** No contact center has events from before. */
    private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(FIRST.toEpochDay(), LocalDate.of(2036, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property(tries = 5)
    void aroundATransitionInEveryZone(@ForAll Random random, @ForAll("dates") LocalDate date) {
        for (String id : IDS) {
            ZoneId zone = ZoneId.of(id);
            Instant moment = date.atStartOfDay(zone).toInstant();
            ZoneOffsetTransition next = zone.getRules().nextTransition(moment);
            tile(
                    Zones.always(zone),
                    next == null ? moment.toEpochMilli() : next.getInstant().toEpochMilli(),
                    random);
        }
    }

    @Property(tries = 400)
    void aroundAMoveFromAnyZoneToAnyOther(@ForAll Random random, @ForAll("dates") LocalDate date) {
        Zones zones = Zones.of(anyZone(random), Map.of(date, anyZone(random), date.plusDays(2), anyZone(random)));
        tile(zones, zones.startOf(date), random);
        tile(zones, zones.startOf(date.plusDays(2)), random);
    }

    private static ZoneId anyZone(Random random) {
        return ZoneId.of(IDS.get(random.nextInt(IDS.size())));
    }

    private static void tile(Zones zones, long around, Random random) {
        int[] lengths = {15, 30, 60};
        LocalTime time =
                new LocalTime(zones, lengths[random.nextInt(3)] * 60_000L, DayOfWeek.of(1 + random.nextInt(7)));
        String place = zones + " around " + Instant.ofEpochMilli(around).atOffset(ZoneOffset.UTC);
        tile("intervals of " + place, time::intervalOf, time::intervalAfter, around, 3 * HOUR, HOUR);
        tile("days of " + place, time::dayOf, time::dayAfter, around, 60 * HOUR, 51 * HOUR);
        for (Period period : Period.values()) {
            tile(
                    period + "s of " + place,
                    at -> time.periodOf(period, at),
                    at -> time.periodAfter(period, at),
                    around,
                    100 * 24 * HOUR,
                    94 * 24 * HOUR);
        }
    }

    private static void tile(
            String what, LongUnaryOperator of, LongUnaryOperator after, long around, long reach, long longest) {
        long start = of.applyAsLong(around - reach);
        while (start < around + reach) {
            long end = after.applyAsLong(start);
            assertThat(end - start).as(what).isPositive().isLessThanOrEqualTo(longest);
            assertThat(start % QUARTER)
                    .as("%s begin with a quarter of an hour", what)
                    .isZero();
            for (long at : new long[] {start, start + 1, start + (end - start) / 2, around, end - 1}) {
                if (at >= start && at < end) {
                    assertThat(of.applyAsLong(at)).as("%s, at %s", what, at).isEqualTo(start);
                    assertThat(after.applyAsLong(at / QUARTER * QUARTER))
                            .as(what)
                            .isEqualTo(end);
                }
            }
            start = end;
        }
    }
}
