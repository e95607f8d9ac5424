package io.ringside.local.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.oracle.Oracle;
import io.ringside.oracle.Rules;
import io.ringside.proof.History;
import io.ringside.proof.Judge;
import io.ringside.proof.RowJudge;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;

/** Judges what was published of a history: by the oracle, and by what a replay publishes of the same. */
final class Verdict {
    /** Windows are closed so long after their end. */
    private static final Duration CLOSE_AFTER = Duration.ofSeconds(10);

    /** How and when it was stated; all else says what happened, and must be the same bit for bit. */
    private static final Set<String> OF_THE_STATEMENT = Set.of("asOf", "revision", "cause", "changed");

    private final History history;
    private final Rules rules;
    private final Survival survival;
    private Map<String, Scorecard> finals = Map.of();
    private Instant end = Instant.MIN;

    Verdict(History history, Survival survival) {
        this.history = history;
        this.rules = history.place().rules();
        this.survival = survival;
    }

    /** Judges the open windows, and whether all that is over is there. */
    void judgeOpen(Seen seen, Instant now) {
        Judge judge = judge(new Oracle(rules, history.events(), now.toEpochMilli()), now);
        judge.judgeOpen(seen.open());
        judge.judgeThatAllIsThere(seen.finals().keySet(), now.minus(CLOSE_AFTER).toEpochMilli());
        survival.compared("open scorecards", seen.open().size());
        survival.compared("figures", judge.compared());
    }

    /** Judges the weeks, months and quarters that are still open, a day after anything happened. */
    void judgePeriods(Seen seen, Instant now) {
        Judge judge = judge(new Oracle(rules, history.events(), now.toEpochMilli()), now);
        judge.judgePeriods(seen.open());
        survival.compared("figures", judge.compared());
    }

    /** Judges all that was closed, and the contact records. */
    void judgeFinals(Seen seen, Instant now) {
        end = now;
        finals = Map.copyOf(seen.finals());
        Oracle oracle = new Oracle(rules, history.events(), now.toEpochMilli());
        Judge judge = judge(oracle, now);
        judge.judgeFinals(finals);
        judge.judgeThatAllIsThere(finals.keySet(), Long.MAX_VALUE);
        survival.compared("final scorecards", finals.size());
        survival.compared("figures", judge.compared());
        survival.compared("contact records", RowJudge.judge(seen.rows(), oracle.finished(), survival::differs));
        seen.outOfTurn().forEach(survival::differs);
    }

    private Judge judge(Oracle oracle, Instant now) {
        return new Judge(oracle, rules, now.toEpochMilli(), survival::differs);
    }

    /** The last moment of the history. */
    Instant end() {
        return end;
    }

    /** Holds what was judged against what a replay published. */
    void compareWithReplay(Seen replay) {
        Set<String> keys = new TreeSet<>(finals.keySet());
        keys.addAll(replay.finals().keySet());
        for (String key : keys) {
            Scorecard live = finals.get(key);
            Scorecard replayed = replay.finals().get(key);
            if (live == null || replayed == null) {
                if (saysSomething(live == null ? replayed : live)) {
                    survival.differs(key + " was published " + (live == null ? "in the replay only" : "live only"));
                }
            } else if (!differing(live, replayed).isEmpty()) {
                survival.differs("%s, revision %d, replayed as revision %d: %s"
                        .formatted(key, live.getRevision(), replayed.getRevision(), differing(live, replayed)));
            }
        }
        replay.outOfTurn().forEach(survival::differs);
        survival.compared("finals, live and replayed", keys.size());
    }

    /** An agent's window that became empty after it was stated is stated as empty; in a replay it never was anything else. */
    private static boolean saysSomething(Scorecard card) {
        return card.getScope() != ScopeKind.AGENT
                || card.getKpis().stream()
                        .anyMatch(kpi -> (kpi.getValue() != null && kpi.getValue() != 0)
                                || (kpi.getNumerator() != null && kpi.getNumerator() != 0)
                                || (kpi.getDenominator() != null && kpi.getDenominator() != 0));
    }

    private static String differing(SpecificRecord live, SpecificRecord replayed) {
        return live.getSchema().getFields().stream()
                .filter(field -> !OF_THE_STATEMENT.contains(field.name()))
                .map(field -> differing(field.name(), live.get(field.pos()), replayed.get(field.pos())))
                .filter(difference -> !difference.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Of a list, what differs within it: a scorecard has some sixty figures. */
    private static String differing(String name, Object live, Object replayed) {
        if (live instanceof List<?> ones && replayed instanceof List<?> others && ones.size() == others.size()) {
            return IntStream.range(0, ones.size())
                    .filter(i -> !ones.get(i).equals(others.get(i)))
                    .mapToObj(i -> ones.get(i) + " is now " + others.get(i))
                    .limit(1)
                    .collect(Collectors.joining());
        }
        return Objects.equals(live, replayed) ? "" : name + " " + live + " is now " + replayed;
    }
}
