package io.ringside.core.events;

import java.util.Locale;

/**
 * Why an event is not counted; bytes that cannot be decoded have reasons of their own. The ids are the labels of the
 * metric that counts them.
 */
public enum Reason {
    TOO_LARGE,
    NAME_TOO_LONG,
    MISSING_FIELD,
    /** An enum symbol that this version does not know. */
    UNKNOWN_SYMBOL,
    IMPOSSIBLE_VALUE,
    /** The record's key is not its contact. */
    WRONG_KEY,
    /** Happened before all that is retained. */
    TOO_OLD,
    /** Happens later than now allows. */
    IN_THE_FUTURE,
    TOO_MANY_EVENTS,
    /** Taken and counted, but not in its interval, which is kept no longer. */
    TOO_LATE,

    /** Answered, abandoned or flowed out before it was enqueued. */
    LEFT_BEFORE_ENQUEUED,
    SECOND_ENQUEUE,
    SECOND_ANSWER,
    /** Abandoned or flowed out after it had left the queue. */
    ALREADY_LEFT,
    /** An end whose start never came. */
    END_WITHOUT_START,
    SECOND_END,
    NEGATIVE_DURATION,
    ABSURD_DURATION,
    SECOND_SURVEY_ANSWER;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
