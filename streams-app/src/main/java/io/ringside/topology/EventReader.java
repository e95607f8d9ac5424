package io.ringside.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.core.agents.StateChange;
import io.ringside.core.agents.StateChange.State;
import io.ringside.core.contacts.Line;
import io.ringside.core.contacts.Snapshot;
import io.ringside.core.contacts.Snapshot.Listed;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Reason;
import io.ringside.core.events.RefusedException;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.events.WaitingContact;

/** Turns records as sources write them into events, or refuses them with a reason. */
final class EventReader {
    private final int longestName;
    private final boolean asksWhoSaysSo;

    EventReader(Settings settings) {
        longestName = settings.input().longestName();
        asksWhoSaysSo = settings.readsSnapshots();
    }

    Incoming read(SpecificRecord record) throws RefusedException {
        Fields fields = new Fields(longestName);
        if (record instanceof CallEvent call) {
            return Conversations.read(call, fields, asksWhoSaysSo);
        } else if (record instanceof ChatEvent chat) {
            return Conversations.read(chat, fields, asksWhoSaysSo);
        } else if (record instanceof TicketEvent ticket) {
            return TicketsAndSurveys.read(ticket, fields);
        } else if (record instanceof SurveyEvent survey) {
            return TicketsAndSurveys.read(survey, fields);
        }
        throw new IllegalArgumentException("no event of a contact: " + record.getClass());
    }

    Snapshot read(QueueSnapshot snapshot) throws RefusedException {
        Fields fields = new Fields(longestName);
        fields.required("eventId", snapshot.getEventId());
        Channel channel = fields.symbol("channel", Channel.class, snapshot.getChannel());
        if (channel == Channel.TICKET) {
            throw new RefusedException(
                    Reason.IMPOSSIBLE_VALUE, "channel must be VOICE or CHAT: tickets wait in no line");
        }
        Scope queue = Scope.queue(channel, fields.required("queue", snapshot.getQueue()));
        List<Listed> waiting = new ArrayList<>(snapshot.getWaiting().size());
        for (WaitingContact contact : snapshot.getWaiting()) {
            waiting.add(new Listed(
                    fields.required("waiting.contactId", contact.getContactId()),
                    fields.orEmpty("waiting.visitId", contact.getVisitId())));
        }
        return new Snapshot(
                new Line(queue, fields.required("source", snapshot.getSource())),
                snapshot.getOccurredAt().toEpochMilli(),
                waiting);
    }

    StateChange read(AgentEvent event) throws RefusedException {
        Fields fields = new Fields(longestName);
        fields.required("agent", event.getAgent());
        State state = fields.symbol("state", State.class, event.getState());
        return new StateChange(
                fields.required("eventId", event.getEventId()),
                event.getOccurredAt().toEpochMilli(),
                state);
    }

    /** Checks the fields of one record. */
    static final class Fields {
        private final int longestName;

        Fields(int longestName) {
            this.longestName = longestName;
        }

        String required(String field, String value) throws RefusedException {
            if (value == null || value.isEmpty()) {
                throw new RefusedException(Reason.MISSING_FIELD, field + " is required here");
            }
            return checked(field, value);
        }

        /** An id that is empty where there is none. */
        String orEmpty(String field, String value) throws RefusedException {
            return value == null ? "" : checked(field, value);
        }

        Optional<String> optional(String field, String value) throws RefusedException {
            return value == null || value.isEmpty() ? Optional.empty() : Optional.of(checked(field, value));
        }

        <T> T present(String field, T value) throws RefusedException {
            if (value == null) {
                throw new RefusedException(Reason.MISSING_FIELD, field + " is required here");
            }
            return value;
        }

        /** The constant of ours that a symbol of the schema stands for. */
        <E extends Enum<E>> E symbol(String field, Class<E> type, Enum<?> symbol) throws RefusedException {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(present(field, symbol).name())) {
                    return constant;
                }
            }
            throw unknown(field);
        }

        RefusedException unknown(String field) {
            return new RefusedException(Reason.UNKNOWN_SYMBOL, field + " has a value that this version does not know");
        }

        private String checked(String field, String value) throws RefusedException {
            if (value.length() > longestName) {
                throw new RefusedException(
                        Reason.NAME_TOO_LONG,
                        field + " has " + value.length() + " characters, at most " + longestName + " are read");
            }
            return value;
        }
    }
}
