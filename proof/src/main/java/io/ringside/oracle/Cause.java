package io.ringside.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.ringside.oracle.Count.Kind;

/** Why a closed window is stated again, in the order in which several are named. */
public enum Cause {
    LATE_EVENT,
    OUTCOME,
    REOPENED,
    SURVEY,
    CORRECTION,
    REPLAY;

    /** Why a count is new (1), or is not so any more (-1). */
    record Why(Count count, int sign, Cause cause) {}

    /**
     * Why what is counted of a contact is not what it was. What a source had said and what is taken back is a correction, of
     * surveys and of all else apart. A ticket that is not done any more was reopened. All else came late.
     */
    static List<Why> of(List<Count> before, List<Count> after) {
        List<Count> gone = without(before, after);
        List<Count> added = without(after, before);
        boolean surveyWasWrong = gone.stream().anyMatch(count -> count.kind() == Kind.SURVEY);
        boolean wasWrong = gone.stream().anyMatch(count -> count.kind() == Kind.SAID || count.kind() == Kind.REOPENED);
        boolean isReopened = gone.stream().anyMatch(count -> count.kind() == Kind.DONE)
                || added.stream().anyMatch(count -> count.kind() == Kind.REOPENED);
        Cause ofOthers = wasWrong ? CORRECTION : isReopened ? REOPENED : LATE_EVENT;
        Cause ofSurveys = surveyWasWrong ? CORRECTION : SURVEY;
        List<Why> all = new ArrayList<>();
        gone.forEach(count -> all.add(new Why(count, -1, count.kind() == Kind.SURVEY ? ofSurveys : ofOthers)));
        added.forEach(count -> all.add(new Why(count, 1, count.kind() == Kind.SURVEY ? ofSurveys : ofOthers)));
        return all;
    }

    private static List<Count> without(List<Count> counts, List<Count> others) {
        List<Count> rest = new ArrayList<>(counts);
        others.forEach(rest::remove);
        return rest;
    }

    /** The causes that a scorecard names, in their order. */
    public static Set<Cause> named(String text) {
        List<Cause> causes = Stream.of(text.split(", "))
                .map(word -> valueOf(word.replace(' ', '_').toUpperCase(Locale.ROOT)))
                .toList();
        if (!causes.stream().sorted().distinct().toList().equals(causes)) {
            throw new IllegalArgumentException("not each once, or out of order: " + text);
        }
        return EnumSet.copyOf(causes);
    }
}
