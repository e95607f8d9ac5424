package io.ringside.core.contacts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.ringside.core.facts.Cause;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

/** What changes from one statement of a contact to the next, and why. */
final class Difference {
    private static final Set<Measure> OF_SURVEYS =
            EnumSet.of(Measure.SURVEYS_SENT, Measure.SURVEYS_ANSWERED, Measure.CSAT_ANSWERS, Measure.CSAT_SATISFIED);

    /** A ticket that is reopened is not solved for good, nor closed. */
    private static final Set<Measure> UNDONE_BY_REOPENING = EnumSet.of(Measure.FULL_RESOLUTION, Measure.TICKETS_CLOSED);

    private final List<Fact> added;
    private final List<Fact> gone;

    private Difference(List<Fact> before, List<Fact> after) {
        if (before.isEmpty()) {
            added = after;
            gone = before;
            return;
        }
        added = new ArrayList<>();
        gone = new ArrayList<>(before);
        for (Fact fact : after) {
            if (!gone.remove(fact)) {
                added.add(fact);
            }
        }
    }

    /** What was stated and is no longer true is taken back, what is new is stated. */
    static List<Posting> between(List<Fact> before, List<Fact> after) {
        return new Difference(before, after).postings();
    }

    private List<Posting> postings() {
        if (added.isEmpty() && gone.isEmpty()) {
            return List.of();
        }
        Cause ofSurveys = isAny(gone, Difference::isOfSurveys) ? Cause.CORRECTION : Cause.SURVEY;
        Cause ofOthers = ofOthers();
        List<Posting> postings = new ArrayList<>(added.size() + gone.size());
        for (Fact fact : added) {
            postings.add(new Posting(fact, 1, isOfSurveys(fact) ? ofSurveys : ofOthers));
        }
        for (Fact fact : gone) {
            postings.add(new Posting(fact, -1, isOfSurveys(fact) ? ofSurveys : ofOthers));
        }
        return postings;
    }

    private Cause ofOthers() {
        if (isAny(gone, Difference::wasSaidByASource)) {
            return Cause.CORRECTION;
        }
        boolean reopened = isAny(gone, fact -> UNDONE_BY_REOPENING.contains(fact.measure()))
                || isAny(added, fact -> fact.measure() == Measure.TICKETS_REOPENED);
        return reopened ? Cause.REOPENED : Cause.LATE_EVENT;
    }

    private static boolean isAny(List<Fact> facts, Predicate<Fact> what) {
        for (Fact fact : facts) {
            if (what.test(fact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSurveys(Fact fact) {
        return OF_SURVEYS.contains(fact.measure());
    }

    /** That somebody waits, still or for too long by now, is what is true as long as no source says otherwise. */
    private static boolean wasSaidByASource(Fact fact) {
        return switch (fact.measure().kind()) {
            case STOCK, LEVEL -> false;
            default ->
                fact.measure() != Measure.SERVICE_LEVEL_EVENTS
                        && !isOfSurveys(fact)
                        && !UNDONE_BY_REOPENING.contains(fact.measure());
        };
    }
}
