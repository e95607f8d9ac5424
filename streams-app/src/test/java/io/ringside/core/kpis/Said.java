package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

/** The plainest way to know a window: keep all facts in a list, and look at every one of them. */
final class Said {
    private static final long QUARTER = 900_000;

    private final List<Fact> facts = new ArrayList<>();

    void add(Posting posting) {
        if (posting.sign() > 0) {
            facts.add(posting.fact());
        } else if (!facts.remove(posting.fact())) {
            throw new AssertionError("taken back, but never stated: " + posting.fact());
        }
    }

    List<Fact> facts() {
        return Collections.unmodifiableList(facts);
    }

    /** The facts of a scope, or of those below it. */
    private List<Fact> of(Scope scope, Definitions definitions) {
        return facts.stream()
                .filter(fact -> fact.scope().equals(scope)
                        || definitions.rollUps(fact.scope()).contains(scope))
                .toList();
    }

    Tally window(Scope scope, Definitions definitions, Attribution attribution, long start, long end) {
        Tally tally = new Tally();
        for (Fact fact : of(scope, definitions)) {
            boolean counted = fact.measure().kind() != Measure.Kind.STOCK
                    && fact.measure().kind() != Measure.Kind.LEVEL;
            if (counted && fact.at(attribution) >= start && fact.at(attribution) < end) {
                tally.count(fact, 1);
            }
        }
        return tally;
    }

    /** The books of a window: counted over the list, from the full quarter before its start on. */
    Books books(Scope scope, Definitions definitions, long start, long end, long asOf) {
        long quarter = start - Math.floorMod(start, QUARTER);
        Tally before = window(scope, definitions, Attribution.OUTCOME, quarter, start);
        Tally after = window(scope, definitions, Attribution.OUTCOME, end, Long.MAX_VALUE);
        long atStart = level(scope, definitions, quarter) + net(before);
        long atEnd = end <= asOf
                ? level(scope, definitions, end)
                : live(scope, definitions).waiting().count() - net(after);
        Tally within = window(scope, definitions, Attribution.OUTCOME, start, end);
        return new Books(atStart, atEnd, atStart + net(within) - atEnd);
    }

    private long level(Scope scope, Definitions definitions, long quarter) {
        return of(scope, definitions).stream()
                .filter(fact -> fact.measure() == Measure.WAITED_OVER && fact.happenedAt() == quarter)
                .count();
    }

    private static long net(Tally tally) {
        return tally.count(Measure.OFFERED)
                - tally.count(Measure.ANSWERED)
                - tally.count(Measure.ABANDONED)
                - tally.count(Measure.FLOWED_OUT);
    }

    Live live(Scope scope, Definitions definitions) {
        return new Live(
                stock(scope, definitions, Measure.WAITING),
                stock(scope, definitions, Measure.UNANSWERED),
                stock(scope, definitions, Measure.BACKLOG));
    }

    private Live.Stock stock(Scope scope, Definitions definitions, Measure measure) {
        ToLongFunction<Fact> since = Fact::happenedAt;
        List<Fact> open = of(scope, definitions).stream()
                .filter(fact -> fact.measure() == measure)
                .toList();
        return open.isEmpty()
                ? Live.Stock.EMPTY
                : new Live.Stock(open.size(), open.stream().mapToLong(since).min());
    }

    Set<Scope> leaves() {
        Set<Scope> scopes = new HashSet<>();
        facts.forEach(fact -> scopes.add(fact.scope()));
        return scopes;
    }
}
