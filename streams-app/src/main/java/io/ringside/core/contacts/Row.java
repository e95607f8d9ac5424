package io.ringside.core.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Event.TransferKind;

/**
 * One finished queue visit, agent leg or ticket: the contact record that is published. Times are epoch milliseconds,
 * durations milliseconds.
 */
public record Row(
        Kind kind,
        String visit,
        String leg,
        Channel channel,
        String queue,
        Optional<String> agent,
        Optional<String> team,
        long startedAt,
        OptionalLong connectedAt,
        long endedAt,
        Optional<Ending> ending,
        Optional<String> flowOutReason,
        OptionalLong waited,
        OptionalLong talk,
        OptionalLong hold,
        OptionalLong wrapUp,
        OptionalLong resolution,
        int holds,
        Optional<String> transfer,
        Optional<Boolean> withinThreshold,
        boolean forced) {

    /** What a row tells. */
    public enum Kind {
        VISIT,
        LEG,
        TICKET
    }

    /** How a visit ended. */
    public enum Ending {
        ANSWERED,
        ABANDONED,
        SHORT_ABANDONED,
        FLOWED_OUT
    }

    private static final OptionalLong NONE = OptionalLong.empty();

    /** What the row is about, within its contact. */
    public String key() {
        return kind + "/" + visit + "/" + leg;
    }

    static List<Row> of(Story story, Definitions definitions) {
        List<Row> rows = new ArrayList<>();
        for (Visit visit : story.visits.values()) {
            if (!visit.isWaiting()) {
                rows.add(ofVisit(visit, definitions));
            }
            for (Leg leg : visit.legs.values()) {
                if (leg.isHandled()) {
                    rows.add(ofLeg(visit, leg, definitions));
                }
            }
        }
        story.ticket.filter(Ticket::isSolved).ifPresent(ticket -> rows.add(ofTicket(ticket, definitions)));
        return rows;
    }

    private static Row ofVisit(Visit visit, Definitions definitions) {
        QueueDefinition definition = definitions.queue(visit.queue, visit.enqueuedAt);
        long threshold = definition.threshold().toMillis();
        long shortest = definition.shortAbandon().toMillis();
        boolean answered = visit.state == Visit.State.ANSWERED;
        Ending ending =
                switch (visit.state) {
                    case ANSWERED -> Ending.ANSWERED;
                    case ABANDONED ->
                        shortest > 0 && visit.waited() <= shortest ? Ending.SHORT_ABANDONED : Ending.ABANDONED;
                    default -> Ending.FLOWED_OUT;
                };
        return new Row(
                Kind.VISIT,
                visit.id,
                "",
                visit.channel(),
                visit.queue.name(),
                Optional.empty(),
                Optional.empty(),
                visit.enqueuedAt,
                answered ? OptionalLong.of(visit.leftAt) : NONE,
                visit.leftAt,
                Optional.of(ending),
                visit.flowOutReason.map(reason -> reason.name().toLowerCase(Locale.ROOT)),
                OptionalLong.of(visit.waited()),
                NONE,
                NONE,
                NONE,
                NONE,
                0,
                Optional.empty(),
                Optional.of(visit.waited() <= threshold),
                visit.forced);
    }

    private static Row ofLeg(Visit visit, Leg leg, Definitions definitions) {
        return new Row(
                Kind.LEG,
                visit.id,
                leg.id,
                visit.channel(),
                visit.queue.name(),
                Optional.of(leg.agent),
                leg.team.or(() -> definitions.teamOf(leg.agent)),
                leg.rangAt.orElse(leg.connectedAt),
                OptionalLong.of(leg.connectedAt),
                leg.wrappedUpAt.getAsLong(),
                Optional.empty(),
                Optional.empty(),
                NONE,
                OptionalLong.of(leg.talk()),
                OptionalLong.of(leg.hold()),
                OptionalLong.of(leg.wrapUp()),
                NONE,
                leg.holds,
                leg.transfers.stream().findFirst().map(Row::name),
                Optional.empty(),
                visit.forced);
    }

    private static String name(TransferKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Row ofTicket(Ticket ticket, Definitions definitions) {
        return new Row(
                Kind.TICKET,
                "",
                "",
                Channel.TICKET,
                ticket.queue.name(),
                ticket.agent,
                ticket.agent.flatMap(definitions::teamOf),
                ticket.createdAt,
                ticket.firstReplyAt,
                ticket.lastSolvedAt.getAsLong(),
                Optional.empty(),
                Optional.empty(),
                ticket.firstReplyAt.isPresent()
                        ? OptionalLong.of(ticket.firstReplyAt.getAsLong() - ticket.createdAt)
                        : NONE,
                NONE,
                NONE,
                NONE,
                OptionalLong.of(ticket.firstSolvedAt.getAsLong() - ticket.createdAt),
                0,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
