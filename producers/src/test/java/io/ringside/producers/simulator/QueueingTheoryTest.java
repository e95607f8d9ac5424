package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The plain case against the formulas: one queue, one team that never rests, exponential talk and no more. */
class QueueingTheoryTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final double CALLS_PER_HOUR = 200;
    private static final double TALK_SECONDS = 180;
    private static final double THRESHOLD_SECONDS = 20;
    private static final int CALLS = 100_000;

    @ParameterizedTest(name = "{0} agents")
    @ValueSource(ints = {12, 13, 14, 15})
    void patientCallersSeeErlangC(int agents) {
        List<Visits.Seen> calls = run(agents, Patience.endless());

        assertAgrees(BatchMeans.of(calls, QueueingTheoryTest::serviceLevel), agents, it -> erlang(it)
                .serviceLevel(THRESHOLD_SECONDS));
        assertAgrees(BatchMeans.of(calls, QueueingTheoryTest::asa), agents, it -> erlang(it)
                .asa());
    }

    @ParameterizedTest(name = "{0} agents, patience {1} s")
    @CsvSource({"8, 120", "10, 300", "12, 60"})
    void impatientCallersSeeErlangA(int agents, int patienceSeconds) {
        List<Visits.Seen> calls = run(agents, Patience.of(Span.exponential(Duration.ofSeconds(patienceSeconds))));
        double theta = 1.0 / patienceSeconds;

        assertAgrees(BatchMeans.of(calls, QueueingTheoryTest::abandonRate), agents, it -> erlang(it)
                .withPatience(theta)
                .abandons());
        assertAgrees(BatchMeans.of(calls, QueueingTheoryTest::asa), agents, it -> erlang(it)
                .withPatience(theta)
                .asa());
    }

    /** The formula lies within the run's own error, which is small enough to rule out a single agent more or less. */
    private static void assertAgrees(BatchMeans measured, int agents, IntToDoubleFunction formula) {
        assertThat(measured.mean()).isCloseTo(formula.applyAsDouble(agents), within(measured.halfWidth()));
        assertThat(measured.mean()).isNotCloseTo(formula.applyAsDouble(agents - 1), within(measured.halfWidth()));
        assertThat(measured.mean()).isNotCloseTo(formula.applyAsDouble(agents + 1), within(measured.halfWidth()));
    }

    private static List<Visits.Seen> run(int agents, Patience patience) {
        Instant end = START.plusSeconds(Math.round(CALLS / CALLS_PER_HOUR * 3600));
        return Visits.in(Simulation.until(Scenario.of(plain(agents, patience), 1, START), end)).stream()
                .filter(visit -> !visit.waits())
                .toList();
    }

    private static Center plain(int agents, Patience patience) {
        Handling talk = Handling.Calls.plain(Span.exponential(Duration.ofMillis(Math.round(TALK_SECONDS * 1000))));
        ServiceQueue queue = new ServiceQueue(
                "line",
                "here",
                new Demand(CALLS_PER_HOUR, DailyCurve.flat()),
                patience,
                List.of(),
                talk,
                Returning.never(),
                List.of("any"));
        return new Center(
                List.of(new Site("here", ZoneOffset.UTC)),
                List.of(queue),
                List.of(new Team("team", "here", List.of("line"), agents, 1, List.of(Shift.always()))),
                Surveying.none(),
                1_000);
    }

    private static Erlang erlang(int agents) {
        return new Erlang(CALLS_PER_HOUR / 3600, 1 / TALK_SECONDS, agents);
    }

    private static double serviceLevel(List<Visits.Seen> calls) {
        return (double) calls.stream()
                        .filter(call -> call.answeredWithin(THRESHOLD_SECONDS))
                        .count()
                / calls.size();
    }

    private static double abandonRate(List<Visits.Seen> calls) {
        return (double) calls.stream().filter(Visits.Seen::abandoned).count() / calls.size();
    }

    private static double asa(List<Visits.Seen> calls) {
        return calls.stream()
                .filter(Visits.Seen::answered)
                .mapToDouble(Visits.Seen::waitSeconds)
                .average()
                .orElseThrow();
    }
}
