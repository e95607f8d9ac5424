package io.ringside.core.facts;

import java.util.Locale;

/**
 * What is counted. The ordinals are written to stores: add at the end, never reorder.
 *
 * <p>Durations are milliseconds. A {@code SPREAD} keeps the distribution of its values, a {@code SUM} their sum, a
 * {@code COUNT} only how often.
 */
public enum Measure {
    OFFERED(Kind.COUNT),
    /** Waits of answered visits. */
    ANSWERED(Kind.SPREAD),
    ANSWERED_IN_TIME(Kind.COUNT),
    ABANDONED(Kind.COUNT),
    ABANDONED_IN_TIME(Kind.COUNT),
    SHORT_ABANDONED(Kind.COUNT),
    /** Waits of abandoned visits, short abandons left out. */
    WAITED_AND_ABANDONED(Kind.SPREAD),
    FLOWED_OUT(Kind.COUNT),
    FLOWED_OUT_VOICEMAIL(Kind.COUNT),
    FLOWED_OUT_OVERFLOW(Kind.COUNT),
    FLOWED_OUT_TRANSFER(Kind.COUNT),
    /** Callbacks accepted. */
    FLOWED_OUT_CALLBACK_ACCEPTED(Kind.COUNT),
    FLOWED_OUT_TIMED_OUT(Kind.COUNT),
    FLOWED_OUT_CLOSED(Kind.COUNT),
    FLOWED_OUT_ERROR(Kind.COUNT),
    CALLBACKS_IN_TIME(Kind.COUNT),
    /** Visits answered in time, abandoned in time but not short, or still waiting when the threshold passed. */
    SERVICE_LEVEL_EVENTS(Kind.COUNT),
    /** Waits of all visits that ended, however they did. */
    WAIT_ENDED(Kind.SPREAD),

    /** Handle times: talk, hold and wrap-up. */
    HANDLED(Kind.SPREAD),
    TALK(Kind.SUM),
    HOLD(Kind.SUM),
    WRAP_UP(Kind.SUM),
    HELD(Kind.COUNT),
    TRANSFERRED(Kind.COUNT),
    TRANSFERRED_BLIND(Kind.COUNT),
    TRANSFERRED_WARM(Kind.COUNT),
    TRANSFERRED_TO_QUEUE(Kind.COUNT),
    TRANSFERRED_EXTERNAL(Kind.COUNT),
    CONSULTED(Kind.COUNT),
    RINGS_NOT_ANSWERED(Kind.COUNT),
    HANDLED_CONTACTS(Kind.COUNT),
    ESCALATED(Kind.COUNT),
    COMPLAINED(Kind.COUNT),
    /** Time agents were ready for or busy with contacts. */
    ON_QUEUE(Kind.SUM),

    FIRST_RESPONSE(Kind.SPREAD),
    TICKETS_CREATED(Kind.COUNT),
    /** Created until first solved. */
    RESOLUTION(Kind.SPREAD),
    /** Created until last solved. */
    FULL_RESOLUTION(Kind.SPREAD),
    TICKETS_CLOSED(Kind.COUNT),
    TICKETS_REOPENED(Kind.COUNT),

    SURVEYS_SENT(Kind.COUNT),
    SURVEYS_ANSWERED(Kind.COUNT),
    /** Satisfaction answers; the value is thousandths of a scale from 1 to 5. */
    CSAT_ANSWERS(Kind.SUM),
    CSAT_SATISFIED(Kind.COUNT),

    /** Contacts in queue now, since they were enqueued. */
    WAITING(Kind.STOCK),
    /** Chats and tickets without a person's first reply, since they came. */
    UNANSWERED(Kind.STOCK),
    /** Tickets not solved, since they were created. */
    BACKLOG(Kind.STOCK),
    /** Visits that wait at the first moment of a quarter of an hour, placed there. */
    WAITED_OVER(Kind.LEVEL),
    /** Closed by force: not heard of for too long. */
    FLOWED_OUT_SILENCE(Kind.COUNT),
    /** Created until first solved, in the opening times of the queue. */
    BUSINESS_RESOLUTION(Kind.SUM),
    /** Closed by force: a snapshot of the queue missed it. */
    FLOWED_OUT_SNAPSHOT(Kind.COUNT);

    /** How much is kept of the values. */
    public enum Kind {
        COUNT,
        SUM,
        SPREAD,
        /** Open now: no count of a window, but what is there until it is taken back; the moment is since when. */
        STOCK,
        /** There at a moment: by outcome alone, and never added up over time. */
        LEVEL
    }

    private final Kind kind;
    private final String id = name().toLowerCase(Locale.ROOT);

    Measure(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The name in formulas and labels, for example {@code answered_in_time}. */
    public String id() {
        return id;
    }
}
