package io.ringside.topology;

import java.util.Optional;

import io.ringside.core.events.Channel;
import io.ringside.core.events.Csat;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.Credit;
import io.ringside.core.events.Event.Side;
import io.ringside.core.events.Event.TicketStatus;
import io.ringside.core.events.Reason;
import io.ringside.core.events.RefusedException;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.topology.EventReader.Fields;

/** Reads tickets and surveys. */
final class TicketsAndSurveys {
    private TicketsAndSurveys() {}

    static Incoming read(TicketEvent ticket, Fields fields) throws RefusedException {
        String id = fields.required("eventId", ticket.getEventId());
        long at = ticket.getOccurredAt().toEpochMilli();
        Optional<String> agent = fields.optional("agent", ticket.getAgent());
        Event event =
                switch (ticket.getType()) {
                    case CREATED -> new Event.TicketCreated(id, at, fields.required("queue", ticket.getQueue()));
                    case ASSIGNED ->
                        new Event.TicketAssigned(id, at, fields.optional("queue", ticket.getQueue()), agent);
                    case REPLIED ->
                        new Event.TicketReplied(
                                id, at, fields.symbol("replySide", Side.class, ticket.getReplySide()), agent);
                    case STATUS_CHANGED ->
                        new Event.TicketStatusChanged(
                                id, at, fields.symbol("status", TicketStatus.class, ticket.getStatus()));
                    case ESCALATED -> new Event.Escalated(id, at);
                    case COMPLAINED -> new Event.Complained(id, at);
                    // Nothing is counted of these yet; they assign nobody and nothing.
                    case PRIORITY_CHANGED, TAGGED ->
                        new Event.TicketAssigned(id, at, Optional.empty(), Optional.empty());
                    default -> throw fields.unknown("type");
                };
        return new Incoming(fields.required("contactId", ticket.getContactId()), event);
    }

    static Incoming read(SurveyEvent survey, Fields fields) throws RefusedException {
        String id = fields.required("eventId", survey.getEventId());
        long at = survey.getOccurredAt().toEpochMilli();
        String which = fields.orEmpty("surveyId", survey.getSurveyId());
        Event event =
                switch (survey.getType()) {
                    case SENT -> new Event.SurveySent(id, at, which, credit(survey, fields));
                    case ANSWERED -> new Event.SurveyAnswered(id, at, which, csat(survey), credit(survey, fields));
                    default -> throw fields.unknown("type");
                };
        return new Incoming(fields.required("contactId", survey.getContactId()), event);
    }

    private static Optional<Csat> csat(SurveyEvent survey) throws RefusedException {
        if (survey.getNps() != null && (survey.getNps() < 0 || survey.getNps() > 10)) {
            throw new RefusedException(Reason.IMPOSSIBLE_VALUE, "nps must be 0 to 10, was " + survey.getNps());
        }
        if (survey.getCsat() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Csat(survey.getCsat(), survey.getCsatLowest(), survey.getCsatHighest()));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.IMPOSSIBLE_VALUE, e.getMessage());
        }
    }

    private static Optional<Credit> credit(SurveyEvent survey, Fields fields) throws RefusedException {
        Optional<String> queue = fields.optional("queue", survey.getQueue());
        if (queue.isEmpty() || survey.getChannel() == null) {
            return Optional.empty();
        }
        Channel channel = fields.symbol("channel", Channel.class, survey.getChannel());
        return Optional.of(new Credit(channel, queue.get(), fields.optional("agent", survey.getAgent())));
    }
}
