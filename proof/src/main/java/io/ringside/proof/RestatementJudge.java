package io.ringside.proof;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.ringside.oracle.Cause;
import io.ringside.oracle.Oracle;
import io.ringside.oracle.Touched;
import io.ringside.schemas.scorecards.Scorecard;

/** Holds against the oracle which closed windows were stated again, and why: all that had to be, and no other. */
public final class RestatementJudge {
    private final Oracle before;
    private final Oracle after;
    private final Consumer<String> differences;
    private long compared;

    /**
     * Judges what was published between two moments.
     *
     * @param before what was known at the first
     * @param after what was known at the second
     * @param differences told of each difference, in words
     */
    public RestatementJudge(Oracle before, Oracle after, Consumer<String> differences) {
        this.before = before;
        this.after = after;
        this.differences = differences;
    }

    /** How many windows were looked at. */
    public long compared() {
        return compared;
    }

    /**
     * Judges.
     *
     * @param touched the windows that something came for in between
     * @param stated the keys of the closed windows that had been published before
     * @param news what was published in between, by its key
     */
    public void judge(Map<String, Touched> touched, Set<String> stated, Map<String, Scorecard> news) {
        news.forEach((key, card) -> {
            if (card.getRevision() > 1 && !touched.containsKey(key)) {
                differences.accept("%s: revision %d because of %s, but nothing came for it"
                        .formatted(key, card.getRevision(), card.getCause()));
            }
        });
        touched.forEach((key, what) -> {
            if (stated.contains(key)) {
                judge(key, what, news.get(key));
            }
        });
    }

    private void judge(String key, Touched what, Scorecard card) {
        compared++;
        boolean isAsItWas = isAsItWas(what);
        String expected = what.causes() + " of " + what.possible();
        if (isAsItWas && card != null) {
            differences.accept("%s: revision %d because of %s, but its figures are what they were"
                    .formatted(key, card.getRevision(), card.getCause()));
        } else if (!isAsItWas && card == null) {
            differences.accept("%s: not stated again, expected because of %s".formatted(key, expected));
        } else if (!isAsItWas && !what.mayBe(Cause.named(card.getCause()))) {
            differences.accept("%s: revision %d because of %s, expected %s"
                    .formatted(key, card.getRevision(), card.getCause(), expected));
        }
    }

    private boolean isAsItWas(Touched what) {
        boolean sameFigures = before.closed(what.scope(), what.window(), what.byArrival())
                .equals(after.closed(what.scope(), what.window(), what.byArrival()));
        Oracle.Books books = before.books(what.scope(), what.window());
        Oracle.Books now = after.books(what.scope(), what.window());
        return sameFigures && (what.byArrival() || (books.atStart() == now.atStart() && books.atEnd() == now.atEnd()));
    }
}
