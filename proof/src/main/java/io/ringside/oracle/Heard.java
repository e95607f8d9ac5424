package io.ringside.oracle;

import java.time.Instant;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TicketEvent;

/**
 * One event as a source said it: what figures are made of, with the same names for every kind of contact. Text that was
 * not said is empty.
 *
 * @param at epoch milliseconds
 * @param about the contact; for an agent's state, the agent
 * @param channel voice, chat, ticket, survey or agent
 * @param type what happened, in the word of the schema; of surveys, which are sent and answered as calls are, after SURVEY_
 * @param part the queue visit of a call or chat; the survey
 * @param leg the agent's part of the visit
 * @param source who says so
 * @param detail what the type asks for: the reason of a flow-out, the kind of a transfer, who wrote, the new status or
 *     state
 */
record Heard(
        String id,
        long at,
        String about,
        String channel,
        String source,
        String type,
        String part,
        String leg,
        String queue,
        String agent,
        String detail,
        Optional<Rating> rating,
        String creditedChannel) {

    /** An answer on its scale. */
    record Rating(int answer, int lowest, int highest) {}

    static Heard of(SpecificRecord event) {
        if (event instanceof CallEvent call) {
            return of(call);
        } else if (event instanceof ChatEvent chat) {
            return of(chat);
        } else if (event instanceof TicketEvent ticket) {
            return of(ticket);
        } else if (event instanceof SurveyEvent survey) {
            return of(survey);
        } else if (event instanceof AgentEvent agent) {
            return of(agent);
        }
        throw new IllegalArgumentException("no event: " + event);
    }

    private static Heard of(CallEvent call) {
        return new Heard(
                call.getEventId(),
                call.getOccurredAt().toEpochMilli(),
                call.getContactId(),
                "voice",
                call.getSource(),
                call.getType().name(),
                said(call.getVisitId()),
                said(call.getLegId()),
                said(call.getQueue()),
                said(call.getAgent()),
                first(call.getFlowOutReason(), call.getTransferKind()),
                Optional.empty(),
                "");
    }

    private static Heard of(ChatEvent chat) {
        return new Heard(
                chat.getEventId(),
                chat.getOccurredAt().toEpochMilli(),
                chat.getContactId(),
                "chat",
                chat.getSource(),
                chat.getType().name(),
                said(chat.getVisitId()),
                said(chat.getLegId()),
                said(chat.getQueue()),
                said(chat.getAgent()),
                first(chat.getFlowOutReason(), chat.getTransferKind(), chat.getMessageSide()),
                Optional.empty(),
                "");
    }

    private static Heard of(TicketEvent ticket) {
        return new Heard(
                ticket.getEventId(),
                ticket.getOccurredAt().toEpochMilli(),
                ticket.getContactId(),
                "ticket",
                ticket.getSource(),
                ticket.getType().name(),
                "",
                "",
                said(ticket.getQueue()),
                said(ticket.getAgent()),
                first(ticket.getReplySide(), ticket.getStatus()),
                Optional.empty(),
                "");
    }

    private static Heard of(SurveyEvent survey) {
        Optional<Rating> rating = Optional.ofNullable(survey.getCsat())
                .map(answer -> new Rating(answer, survey.getCsatLowest(), survey.getCsatHighest()));
        return new Heard(
                survey.getEventId(),
                survey.getOccurredAt().toEpochMilli(),
                survey.getContactId(),
                "survey",
                survey.getSource(),
                "SURVEY_" + survey.getType().name(),
                said(survey.getSurveyId()),
                "",
                said(survey.getQueue()),
                said(survey.getAgent()),
                "",
                rating,
                survey.getChannel() == null ? "" : survey.getChannel().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Heard of(AgentEvent agent) {
        return new Heard(
                agent.getEventId(),
                agent.getOccurredAt().toEpochMilli(),
                agent.getAgent(),
                "agent",
                agent.getSource(),
                agent.getState().name(),
                "",
                "",
                "",
                agent.getAgent(),
                "",
                Optional.empty(),
                "");
    }

    boolean is(String word) {
        return type.equals(word);
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    private static String first(Enum<?>... symbols) {
        for (Enum<?> symbol : symbols) {
            if (symbol != null) {
                return symbol.name();
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return Instant.ofEpochMilli(at) + " " + channel + " " + about + (part.isEmpty() ? "" : "/" + part)
                + (leg.isEmpty() ? "" : "/" + leg) + " " + type + (queue.isEmpty() ? "" : " queue=" + queue)
                + (agent.isEmpty() ? "" : " agent=" + agent) + (detail.isEmpty() ? "" : " " + detail)
                + rating.map(r -> " " + r.answer + " of " + r.lowest + ".." + r.highest)
                        .orElse("") + " (" + id + ")";
    }
}
