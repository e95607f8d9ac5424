package io.ringside.oracle;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A ticket, in the queue and with the agent that had it last. Moments are epoch milliseconds.
 *
 * @param agent empty while it has none
 * @param firstReplyAt the first public reply of a person
 * @param firstSolvedAt when it was solved for the first time
 * @param solvedAt when it was solved for good; empty while it is open
 * @param reopenedAt when it was opened again for the first time
 * @param closedAt when it was closed for good
 */
record Ticket(
        String contact,
        String queue,
        String agent,
        long createdAt,
        OptionalLong firstReplyAt,
        OptionalLong firstSolvedAt,
        OptionalLong solvedAt,
        OptionalLong reopenedAt,
        OptionalLong closedAt) {
    private static final Set<String> SOLVING = Set.of("SOLVED", "CLOSED");

    /** Reads a contact that may be a ticket. */
    static Optional<Ticket> of(Tale contact) {
        return contact.first("CREATED").map(created -> of(created, contact));
    }

    private static Ticket of(Heard created, Tale contact) {
        OptionalLong firstSolved = OptionalLong.empty();
        OptionalLong solved = OptionalLong.empty();
        OptionalLong reopened = OptionalLong.empty();
        OptionalLong closed = OptionalLong.empty();
        for (Heard change : contact.only("STATUS_CHANGED").events()) {
            if (SOLVING.contains(change.detail())) {
                solved = or(solved, change);
                firstSolved = or(firstSolved, change);
                closed = change.detail().equals("CLOSED") ? or(closed, change) : OptionalLong.empty();
            } else {
                reopened = solved.isPresent() ? or(reopened, change) : reopened;
                solved = OptionalLong.empty();
                closed = OptionalLong.empty();
            }
        }
        Optional<Heard> reply = contact.first(Ticket::isReplyOfAPerson);
        return new Ticket(
                created.about(),
                contact.last(event -> event.is("ASSIGNED") && !event.queue().isEmpty())
                        .orElse(created)
                        .queue(),
                contact.last(Ticket::namesAnAgent).map(Heard::agent).orElse(""),
                created.at(),
                reply.isPresent() ? OptionalLong.of(reply.get().at()) : OptionalLong.empty(),
                firstSolved,
                solved,
                reopened,
                closed);
    }

    private static boolean isReplyOfAPerson(Heard event) {
        return event.is("REPLIED") && event.detail().equals("AGENT");
    }

    private static boolean namesAnAgent(Heard event) {
        return (event.is("ASSIGNED") || isReplyOfAPerson(event))
                && !event.agent().isEmpty();
    }

    private static OptionalLong or(OptionalLong known, Heard event) {
        return known.isPresent() ? known : OptionalLong.of(event.at());
    }
}
