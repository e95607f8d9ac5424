package io.ringside.producers;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TicketEvent;

import static io.ringside.schemas.Topics.AGENTS;
import static io.ringside.schemas.Topics.CALLS;
import static io.ringside.schemas.Topics.CHATS;
import static io.ringside.schemas.Topics.QUEUE_SNAPSHOTS;
import static io.ringside.schemas.Topics.SURVEYS;
import static io.ringside.schemas.Topics.TICKETS;

/**
 * An event on its way to its topic.
 *
 * @param topic where it goes
 * @param key the record key; events are keyed by contact id, agent events by agent id, snapshots by channel and queue
 * @param occurredAt when it happened, as the value says
 * @param value the event itself, an instance of the topic's record
 */
public record Emitted(Topic<? extends SpecificRecord> topic, String key, Instant occurredAt, SpecificRecord value) {
    public Emitted {
        Objects.requireNonNull(occurredAt, "occurredAt");
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key: must not be empty");
        }
        if (!topic.value().isInstance(value)) {
            throw new IllegalArgumentException("value: %s carries %s, was %s"
                    .formatted(
                            topic.noun(),
                            topic.value().getSimpleName(),
                            value.getClass().getSimpleName()));
        }
    }

    public static Emitted of(CallEvent event) {
        return new Emitted(CALLS, event.getContactId(), event.getOccurredAt(), event);
    }

    public static Emitted of(ChatEvent event) {
        return new Emitted(CHATS, event.getContactId(), event.getOccurredAt(), event);
    }

    public static Emitted of(TicketEvent event) {
        return new Emitted(TICKETS, event.getContactId(), event.getOccurredAt(), event);
    }

    public static Emitted of(SurveyEvent event) {
        return new Emitted(SURVEYS, event.getContactId(), event.getOccurredAt(), event);
    }

    public static Emitted of(AgentEvent event) {
        return new Emitted(AGENTS, event.getAgent(), event.getOccurredAt(), event);
    }

    public static Emitted of(QueueSnapshot snapshot) {
        String queue = snapshot.getChannel().name().toLowerCase(Locale.ROOT) + "/" + snapshot.getQueue();
        return new Emitted(QUEUE_SNAPSHOTS, queue, snapshot.getOccurredAt(), snapshot);
    }

    /**
     * Any of the events above, under its own topic and key.
     *
     * @return empty if the record is no event
     */
    public static Optional<Emitted> of(SpecificRecord record) {
        if (record instanceof CallEvent call) {
            return Optional.of(of(call));
        }
        if (record instanceof ChatEvent chat) {
            return Optional.of(of(chat));
        }
        if (record instanceof TicketEvent ticket) {
            return Optional.of(of(ticket));
        }
        if (record instanceof SurveyEvent survey) {
            return Optional.of(of(survey));
        }
        if (record instanceof QueueSnapshot snapshot) {
            return Optional.of(of(snapshot));
        }
        return record instanceof AgentEvent agent ? Optional.of(of(agent)) : Optional.empty();
    }
}
