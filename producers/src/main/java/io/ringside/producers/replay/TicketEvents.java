package io.ringside.producers.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.events.TicketEventType;
import io.ringside.schemas.events.TicketStatus;

import static io.ringside.schemas.events.TicketEventType.ASSIGNED;
import static io.ringside.schemas.events.TicketEventType.CREATED;
import static io.ringside.schemas.events.TicketEventType.REPLIED;
import static io.ringside.schemas.events.TicketEventType.STATUS_CHANGED;

/** Finds what happened to a ticket, and when, from its row. */
final class TicketEvents {
    private final Identity identity;
    private final List<Emitted> events = new ArrayList<>();

    private TicketEvents(Identity identity) {
        this.identity = identity;
    }

    static List<Emitted> of(TicketMapping mapping, Row row, Identity identity, WallClock clock) throws UnreadableRow {
        Instant created = clock.instant(mapping.created().require(row), Instant.MIN);
        String agent = mapping.agent().read(row).orElse(null);
        String team = mapping.team().read(row).orElse(null);
        TicketEvents ticket = new TicketEvents(identity);
        ticket.add(ticket.event(CREATED, CREATED.name(), created)
                .setQueue(mapping.queue().require(row))
                .setPriority(mapping.priority().read(row).orElse(null))
                .setContactReason(mapping.contactReason().read(row).orElse(null)));
        Optional<Instant> assigned = mapping.assigned().end(row, created, clock);
        assigned.ifPresent(at -> ticket.add(
                ticket.event(ASSIGNED, ASSIGNED.name(), at).setAgent(agent).setTeam(team)));
        Optional<Instant> replied = mapping.firstReply().end(row, created, clock);
        replied.ifPresent(at -> ticket.add(ticket.event(REPLIED, REPLIED.name(), at)
                .setReplySide(MessageSide.AGENT)
                .setAgent(agent)
                .setTeam(team)));
        Optional<Instant> solved = mapping.solved().end(row, created, clock);
        solved.ifPresent(at -> ticket.add(ticket.status(TicketStatus.SOLVED, at).setAgent(agent)));
        Optional<Instant> closed = mapping.closed().end(row, created, clock);
        closed.ifPresent(at -> ticket.add(ticket.status(TicketStatus.CLOSED, at)));
        return ticket.events;
    }

    private TicketEvent.Builder status(TicketStatus status, Instant at) {
        return event(STATUS_CHANGED, status.name(), at).setStatus(status);
    }

    private TicketEvent.Builder event(TicketEventType type, String what, Instant at) {
        return TicketEvent.newBuilder()
                .setEventId(identity.ofTicketEvent(what))
                .setOccurredAt(at)
                .setSource(identity.source())
                .setContactId(identity.contact())
                .setType(type);
    }

    private void add(TicketEvent.Builder builder) {
        events.add(Emitted.of(builder.build()));
    }
}
