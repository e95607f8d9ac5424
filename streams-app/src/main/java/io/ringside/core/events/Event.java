package io.ringside.core.events;

import java.util.Optional;

/**
 * Something that happened to a contact, as a source said it. Moments are epoch milliseconds. A visit or leg id is empty
 * where the contact has one only.
 */
public sealed interface Event {

    /** Identifies the event: the same id twice is the same event. */
    String id();

    /** When it happened, epoch milliseconds. */
    long at();

    /** Something that happened to one queue visit. */
    sealed interface OfVisit extends Event {
        String visit();
    }

    /** Something that happened to one agent's part of a visit. */
    sealed interface OfLeg extends OfVisit {
        String leg();
    }

    /** The source is empty where nobody asks for it: only snapshots do. */
    record Enqueued(String id, long at, String visit, Channel channel, String queue, String source) implements OfVisit {
        public Enqueued(String id, long at, String visit, Channel channel, String queue) {
            this(id, at, visit, channel, queue, "");
        }
    }

    record Abandoned(String id, long at, String visit) implements OfVisit {}

    record FlowedOut(String id, long at, String visit, FlowOutReason reason) implements OfVisit {}

    /** A message in a chat. */
    record MessageSent(String id, long at, String visit, Side side) implements OfVisit {}

    record Rang(String id, long at, String visit, String leg, String agent) implements OfLeg {}

    record RingNotAnswered(String id, long at, String visit, String leg, String agent) implements OfLeg {}

    record Answered(String id, long at, String visit, String leg, String agent, Optional<String> team)
            implements OfLeg {}

    record Held(String id, long at, String visit, String leg) implements OfLeg {}

    record Resumed(String id, long at, String visit, String leg) implements OfLeg {}

    record Consulted(String id, long at, String visit, String leg) implements OfLeg {}

    record Transferred(String id, long at, String visit, String leg, TransferKind kind) implements OfLeg {}

    record TalkEnded(String id, long at, String visit, String leg) implements OfLeg {}

    record WrappedUp(String id, long at, String visit, String leg) implements OfLeg {}

    record Escalated(String id, long at) implements Event {}

    record Complained(String id, long at) implements Event {}

    record TicketCreated(String id, long at, String queue) implements Event {}

    /** A ticket was given to a queue, to an agent, or to both. */
    record TicketAssigned(String id, long at, Optional<String> queue, Optional<String> agent) implements Event {}

    /** A public reply. */
    record TicketReplied(String id, long at, Side side, Optional<String> agent) implements Event {}

    record TicketStatusChanged(String id, long at, TicketStatus status) implements Event {}

    record SurveySent(String id, long at, String survey, Optional<Credit> credit) implements Event {}

    /** An answer; {@code csat} is empty where satisfaction was not asked or not answered. */
    record SurveyAnswered(String id, long at, String survey, Optional<Csat> csat, Optional<Credit> credit)
            implements Event {}

    /** Whom a survey tool credits, where the contact itself is not known. */
    record Credit(Channel channel, String queue, Optional<String> agent) {}

    /** How a contact left a queue, neither answered nor abandoned. */
    enum FlowOutReason {
        VOICEMAIL,
        OVERFLOW,
        TRANSFER,
        CALLBACK_ACCEPTED,
        TIMED_OUT,
        CLOSED,
        ERROR,
        /** Closed by force: it was not heard of for too long. No source says so. */
        SILENCE,
        /** Closed by force: its source said who waits, and it was not among them. */
        SNAPSHOT
    }

    /** How an agent passed a contact on. */
    enum TransferKind {
        BLIND,
        WARM,
        TO_QUEUE,
        EXTERNAL
    }

    /** Who wrote. */
    enum Side {
        CUSTOMER,
        AGENT,
        BOT
    }

    /** Where a ticket stands. */
    enum TicketStatus {
        OPEN,
        PENDING,
        ON_HOLD,
        SOLVED,
        CLOSED
    }
}
