package io.ringside.oracle;

import java.util.Locale;
import java.util.OptionalLong;

import io.ringside.oracle.Visit.End;

/**
 * A queue visit, an agent's part or a ticket that is over, as a contact record tells of it. Text that does not apply is
 * empty; moments are epoch milliseconds, durations milliseconds.
 *
 * @param agent who had it last
 * @param connectedAt answered, or replied to first
 * @param outcome how a visit ended
 * @param reason of a flow-out, in lower case
 * @param waited in the queue, or until the first reply
 * @param resolved from creation to the first solution
 */
public record Finished(
        String queue,
        String agent,
        OptionalLong connectedAt,
        long endedAt,
        String outcome,
        String reason,
        OptionalLong waited,
        OptionalLong talk,
        OptionalLong hold,
        OptionalLong wrapUp,
        OptionalLong resolved) {
    private static final OptionalLong NONE = OptionalLong.empty();

    static Finished of(Visit visit, Rules rules) {
        return new Finished(
                visit.queue(),
                "",
                visit.ended(End.ANSWERED) ? OptionalLong.of(visit.leftAt()) : NONE,
                visit.leftAt(),
                isShort(visit, rules) ? "SHORT_ABANDONED" : visit.end().name(),
                visit.reason().toLowerCase(Locale.ROOT),
                OptionalLong.of(visit.waited()),
                NONE,
                NONE,
                NONE,
                NONE);
    }

    private static boolean isShort(Visit visit, Rules rules) {
        long limit = rules.queue(visit.channel(), visit.queue()).shortAbandon().toMillis();
        return visit.ended(End.ABANDONED) && limit > 0 && visit.waited() <= limit;
    }

    static Finished of(Leg leg) {
        return new Finished(
                leg.visit().queue(),
                leg.agent(),
                OptionalLong.of(leg.connectedAt()),
                leg.wrappedUpAt(),
                "",
                "",
                NONE,
                OptionalLong.of(leg.talk()),
                OptionalLong.of(leg.hold()),
                OptionalLong.of(leg.wrapUp()),
                NONE);
    }

    /** A ticket that is solved. */
    static Finished of(Ticket ticket) {
        return new Finished(
                ticket.queue(),
                ticket.agent(),
                ticket.firstReplyAt(),
                ticket.solvedAt().orElseThrow(),
                "",
                "",
                since(ticket.createdAt(), ticket.firstReplyAt()),
                NONE,
                NONE,
                NONE,
                since(ticket.createdAt(), ticket.firstSolvedAt()));
    }

    private static OptionalLong since(long start, OptionalLong end) {
        return end.isPresent() ? OptionalLong.of(end.getAsLong() - start) : NONE;
    }
}
