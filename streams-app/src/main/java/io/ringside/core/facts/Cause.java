package io.ringside.core.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a closed window is stated again. The ordinals are written to stores: add at the end, never reorder. */
public enum Cause {
    /** Something that happened in the window came in after it had closed. */
    LATE_EVENT,
    /** By arrival: what became of the window's contacts was known only after it had closed. */
    OUTCOME,
    /** A ticket that was solved was reopened. */
    REOPENED,
    /** A survey was sent or answered. */
    SURVEY,
    /** What was stated of a contact turned out not to be so, and was taken back. */
    CORRECTION,
    /** Somebody played in afterwards what a source had recorded; whatever else it may be. */
    REPLAY;

    private static final Cause[] ALL = values();

    /** Of a set of causes, the bit that stands for this one. */
    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether a set of causes has this one. */
    public boolean isIn(int causes) {
        return (causes & bit()) != 0;
    }

    /** The label of a metric, for example {@code late_event}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A set of causes in words, for example {@code late event, survey}. */
    public static String text(int causes) {
        List<String> names = new ArrayList<>();
        for (Cause cause : ALL) {
            if (cause.isIn(causes)) {
                names.add(cause.id().replace('_', ' '));
            }
        }
        return String.join(", ", names);
    }
}
