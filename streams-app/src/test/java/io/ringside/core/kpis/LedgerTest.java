package io.ringside.core.kpis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Zones;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;

/** Panes, windows, roll-ups, restarts and closings against a list of all facts. */
final class LedgerTest {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long INTERVAL = 30 * MINUTE;
    private static final long CLOSE_AFTER = 10 * SECOND;
    private static final int PARTS = 3;
    private static final ZoneId[] ZONES = {ZoneId.of("UTC"), ZoneId.of("Asia/Kolkata"), ZoneId.of("Asia/Kathmandu")};
    /** On an ordinary evening, before a new week, and before a new month and quarter. */
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-11-03T17:40:03Z"),
            Instant.parse("2026-11-01T17:40:03Z"),
            Instant.parse("2026-12-31T17:40:03Z"));

    private static final List<Scope> LEAVES = List.of(
            Scope.queue(Channel.VOICE, "sales"),
            Scope.queue(Channel.CHAT, "sales"),
            Scope.queue(Channel.VOICE, "care"),
            Scope.queue(Channel.TICKET, "care"),
            Scope.agent("ada"),
            Scope.agent("bob"));
    private static final List<Scope> ABOVE = List.of(
            Scope.ALL,
            Scope.site("berlin"),
            Scope.team("red"),
            Scope.channel(Channel.VOICE),
            Scope.channel(Channel.CHAT),
            Scope.channel(Channel.TICKET));
    private static final Measure[] MEASURES = {
        Measure.OFFERED,
        Measure.ANSWERED,
        Measure.TALK,
        Measure.HANDLED,
        Measure.WAITING,
        Measure.WAITED_OVER,
        Measure.BACKLOG
    };

    /** One run: facts come and go on time or late, parts run ahead of one another and restart. */
    private static final class Run {
        final Random random;
        final FixedDefinitions definitions;
        final Stages stages;

        /** What each part has counted, what it was told since its last beat, and what has come of it above. */
        final Said[] said = new Said[PARTS];

        final List<List<Posting>> unsaid = new ArrayList<>();
        final Said above = new Said();
        final long[] at = new long[PARTS];

        Run(Random random, ZoneId zone) {
            this.random = random;
            this.definitions = FixedDefinitions.in(zone);
            this.stages = new Stages(
                    definitions,
                    new WindowPlan(
                            true,
                            Duration.ofMillis(INTERVAL),
                            false,
                            Duration.ofMillis(CLOSE_AFTER),
                            Duration.ofDays(8),
                            Duration.ofDays(100),
                            Set.of(Period.values()),
                            DayOfWeek.MONDAY),
                    PARTS);
            long start = STARTS.get(random.nextInt(STARTS.size())).toEpochMilli();
            for (int part = 0; part < PARTS; part++) {
                said[part] = new Said();
                unsaid.add(new ArrayList<>());
                at[part] = start;
            }
        }

        int partOf(Scope leaf) {
            for (int part = 0; part < PARTS; part++) {
                if (stages.part(part) == stages.partOf(leaf)) {
                    return part;
                }
            }
            throw new AssertionError(leaf);
        }

        void state(Posting posting) {
            int part = partOf(posting.fact().scope());
            stages.part(part).add(posting);
            said[part].add(posting);
            unsaid.get(part).add(posting);
        }

        void somethingHappens() {
            Scope scope = LEAVES.get(random.nextInt(LEAVES.size()));
            long now = at[partOf(scope)];
            long late = random.nextInt(8) == 0 ? random.nextLong(3 * 60 * MINUTE) : random.nextLong(20 * SECOND);
            long happenedAt = now + 5 * SECOND - late;
            long arrivedAt = happenedAt - (random.nextBoolean() ? 0 : random.nextLong(40 * MINUTE));
            Measure measure = MEASURES[random.nextInt(MEASURES.length)];
            if (measure.kind() == Measure.Kind.LEVEL) {
                happenedAt -= happenedAt % (15 * MINUTE);
            }
            long value = measure.kind() == Measure.Kind.COUNT ? 0 : random.nextLong(400 * SECOND);
            state(new Posting(new Fact(scope, measure, happenedAt, arrivedAt, value), 1));
        }

        void somethingIsTakenBack() {
            List<Fact> facts = said[random.nextInt(PARTS)].facts();
            if (!facts.isEmpty()) {
                state(new Posting(facts.get(random.nextInt(facts.size())), -1));
            }
        }

        /** Partitions are not far apart, unless nothing happens in between. */
        void timePasses() {
            switch (random.nextInt(6)) {
                case 0 -> everywhere(random.nextLong(70 * MINUTE));
                case 1 -> everywhere(random.nextLong(5 * MINUTE));
                default -> timePasses(random.nextInt(PARTS), random.nextLong(15 * SECOND));
            }
        }

        private void everywhere(long millis) {
            for (int part = 0; part < PARTS; part++) {
                timePasses(part, millis);
            }
        }

        void timePasses(int part, long millis) {
            at[part] += 1 + millis;
            saidAbove(part);
            long before = stages.above.asOf;
            stages.part(part).beat(at[part], false);
            check(stages.part(part), said[part], said[part].leaves());
            if (stages.above.asOf > before) {
                check(stages.above, above, ABOVE);
            }
        }

        void somethingRestarts() {
            int part = random.nextInt(PARTS + 1);
            if (part == PARTS) {
                stages.above.restart();
            } else {
                saidAbove(part);
                stages.part(part).restart();
            }
        }

        private void saidAbove(int part) {
            unsaid.get(part).forEach(above::add);
            unsaid.get(part).clear();
        }

        /** What a reader sees must be what the list says, whether or not it was stated again just now. */
        void check(Stages.Side side, Said facts, Iterable<Scope> scopes) {
            for (Scope scope : scopes) {
                assertThat(side.ledger.live(scope)).isEqualTo(facts.live(scope, definitions));
                assertThat(side.ledger.totals(scope))
                        .as("totals of %s", scope)
                        .isEqualTo(facts.window(scope, definitions, Attribution.OUTCOME, 0, Long.MAX_VALUE));
                for (Attribution attribution : Attribution.values()) {
                    for (Expected window : windowsAt(side.asOf)) {
                        check(side, facts, scope, attribution, window);
                    }
                }
            }
            checkPeriods(side, facts, scopes, side.asOf);
            checkClosed(side, facts);
        }

        /** Periods are what the list says as of when they were stated. */
        void checkPeriods(Stages.Side side, Said facts, Iterable<Scope> scopes, long statedSince) {
            for (Scope scope : scopes) {
                for (Attribution attribution : Attribution.values()) {
                    for (Expected period : periodsAt(side.asOf)) {
                        WindowTally shown = side.open.get(Stages.key(scope, period.id, attribution));
                        if (shown != null && shown.asOf() >= statedSince) {
                            check(side, facts, scope, attribution, period);
                        }
                    }
                }
            }
        }

        void check(Stages.Side side, Said facts, Scope scope, Attribution attribution, Expected window) {
            Tally expected = facts.window(scope, definitions, attribution, window.start, window.end);
            WindowTally shown = side.open.get(Stages.key(scope, window.id, attribution));
            if (shown == null) {
                assertThat(expected.isZero())
                        .as("%s %s was never shown", scope, window)
                        .isTrue();
                return;
            }
            assertThat(shown.tally()).as("%s %s %s", scope, window, attribution).isEqualTo(expected);
            // The full quarter that a rolling window is counted from moves on with time alone.
            if (shown.books().isPresent() && shown.asOf() == side.asOf) {
                assertThat(shown.books())
                        .as("books of %s %s", scope, window)
                        .contains(facts.books(scope, definitions, window.start, window.end, side.asOf));
            }
            if (shown.asOf() == side.asOf) {
                assertThat(shown.start()).as(window.id).isEqualTo(window.start);
                assertThat(shown.end()).as(window.id).isEqualTo(window.end);
            }
        }

        void checkClosed(Stages.Side side, Said facts) {
            long closedUntil = side.asOf - CLOSE_AFTER;
            side.closed.values().forEach(window -> {
                assertThat(window.end()).isLessThanOrEqualTo(closedUntil);
                Tally expected =
                        facts.window(window.scope(), definitions, window.attribution(), window.start(), window.end());
                assertThat(window.tally())
                        .as("%s %s %s", window.scope(), window.window(), Instant.ofEpochMilli(window.start()))
                        .matches(
                                tally -> ScopeKpis.readTheSame(window.scope(), tally, expected),
                                "reads as " + expected);
                window.books().ifPresent(books -> assertThat(books)
                        .as("books of %s %s %s", window.scope(), window.window(), Instant.ofEpochMilli(window.start()))
                        .isEqualTo(facts.books(
                                window.scope(), definitions, window.start(), window.end(), Long.MAX_VALUE)));
            });
        }

        private record Expected(String id, long start, long end) {}

        /** The windows that are open at a moment, worked out on the calendar. */
        List<Expected> windowsAt(long asOf) {
            List<Expected> windows = new ArrayList<>();
            long tens = asOf / (10 * SECOND) * (10 * SECOND) + 10 * SECOND;
            long minutes = asOf / MINUTE * MINUTE + MINUTE;
            windows.add(new Expected("5m", tens - 5 * MINUTE, tens));
            for (int length : new int[] {15, 30, 60}) {
                windows.add(new Expected(length + "m", minutes - length * MINUTE, minutes));
            }
            ZonedDateTime now = Instant.ofEpochMilli(asOf).atZone(definitions.zone());
            long interval = now.withMinute(now.getMinute() / 30 * 30)
                    .withSecond(0)
                    .withNano(0)
                    .toInstant()
                    .toEpochMilli();
            windows.add(new Expected("interval", interval, interval + INTERVAL));
            windows.add(new Expected("previous_interval", interval - INTERVAL, interval));
            long midnight = now.toLocalDate()
                    .atStartOfDay(definitions.zone())
                    .toInstant()
                    .toEpochMilli();
            windows.add(new Expected("today", midnight, midnight + 24 * 60 * MINUTE));
            return windows;
        }

        List<Expected> periodsAt(long asOf) {
            LocalDate today =
                    Instant.ofEpochMilli(asOf).atZone(definitions.zone()).toLocalDate();
            LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1);
            LocalDate month = today.minusDays(today.getDayOfMonth() - 1);
            LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
            return List.of(
                    new Expected("week", midnight(monday), midnight(monday.plusDays(7))),
                    new Expected("month", midnight(month), midnight(month.plusMonths(1))),
                    new Expected("quarter", midnight(quarter), midnight(quarter.plusMonths(3))));
        }

        private long midnight(LocalDate date) {
            return date.atStartOfDay(definitions.zone()).toInstant().toEpochMilli();
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyWindowIsWhatTheListOfFactsSays(@ForAll Random random, @ForAll @IntRange(max = 2) int zone) {
        Run run = new Run(random, ZONES[zone]);
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(10)) {
                case 0 -> run.somethingIsTakenBack();
                case 1 -> run.somethingRestarts();
                case 2, 3, 4 -> run.timePasses();
                default -> run.somethingHappens();
            }
        }
        everyPeriodIsWhatTheListSaysInTheEnd(run);
        everyFactIsInAClosedWindowOnceThatIsOver(run);
    }

    /** A day later all that has changed was stated. */
    private static void everyPeriodIsWhatTheListSaysInTheEnd(Run run) {
        run.everywhere(25 * 60 * MINUTE);
        run.everywhere(0);
        for (int part = 0; part < PARTS; part++) {
            run.checkPeriods(run.stages.part(part), run.said[part], run.said[part].leaves(), 0);
        }
        run.checkPeriods(run.stages.above, run.above, ABOVE, 0);
    }

    private static void everyFactIsInAClosedWindowOnceThatIsOver(Run run) {
        for (int part = 0; part < PARTS; part++) {
            run.timePasses(part, 0);
            Stages.Part side = run.stages.part(part);
            Set<String> closed = new HashSet<>();
            side.closed.values().forEach(window -> closed.add(window.scope() + "@" + window.start()));
            for (Fact fact : run.said[part].facts()) {
                long start = new LocalTime(Zones.always(run.definitions.zone()), INTERVAL, DayOfWeek.MONDAY)
                        .intervalOf(fact.happenedAt());
                boolean counted = fact.measure().kind() != Measure.Kind.STOCK
                        && fact.measure().kind() != Measure.Kind.LEVEL;
                if (counted && start + INTERVAL <= side.asOf - CLOSE_AFTER) {
                    assertThat(closed).contains(fact.scope() + "@" + start);
                }
            }
        }
    }
}
