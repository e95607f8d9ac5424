package io.ringside.oracle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import io.ringside.oracle.Visit.End;

/** A call or chat: its queue visits, and the agents that they led to. */
record Conversation(List<Visit> visits, List<Leg> legs) {
    private static final Set<String> LEAVING = Set.of("ANSWERED", "ABANDONED", "FLOWED_OUT");

    /**
     * Reads a contact.
     *
     * @param listings of all queues
     * @param now how far time has come, epoch milliseconds
     */
    static Conversation of(Tale contact, List<Listing> listings, Rules rules, long now) {
        Absence absence = new Absence(contact, listings, rules);
        List<Visit> visits = contact.only("ENQUEUED").events().stream()
                .map(enqueued -> visit(enqueued, contact, absence, now))
                .toList();
        List<Leg> legs = visits.stream()
                .flatMap(visit -> contact.only("ANSWERED").only(event -> isOf(event, visit)).events().stream()
                        .map(answered -> leg(visit, answered, contact)))
                .toList();
        return new Conversation(visits, legs);
    }

    /** The event that says how the wait of a visit ended, if there is one. */
    static Optional<Heard> leaving(Heard enqueued, Tale contact) {
        return contact.first(
                event -> LEAVING.contains(event.type()) && event.part().equals(enqueued.part()));
    }

    private static Visit visit(Heard enqueued, Tale contact, Absence absence, long now) {
        Optional<Heard> left = leaving(enqueued, contact);
        OptionalLong missedAt = absence.missedAt(enqueued);
        End end = End.WAITING;
        long leftAt = absence.silentAt();
        String reason = "";
        if (left.isPresent()) {
            end = End.valueOf(left.get().type());
            leftAt = left.get().at();
            reason = end == End.FLOWED_OUT ? left.get().detail() : "";
        } else if (missedAt.isPresent() && missedAt.getAsLong() <= absence.silentAt()) {
            end = End.FLOWED_OUT;
            leftAt = missedAt.getAsLong();
            reason = Visit.SNAPSHOT;
        } else if (now >= absence.silentAt()) {
            end = End.FLOWED_OUT;
            reason = Visit.SILENCE;
        }
        return new Visit(
                enqueued.about(),
                enqueued.part(),
                enqueued.channel(),
                enqueued.queue(),
                enqueued.at(),
                end,
                leftAt,
                reason);
    }

    private static Leg leg(Visit visit, Heard answered, Tale contact) {
        Tale leg = contact.only(event -> isOf(event, visit) && event.leg().equals(answered.leg()));
        Optional<Heard> talkEnded = leg.first("TALK_ENDED");
        Optional<Heard> wrappedUp = leg.first("WRAPPED_UP");
        long endedAt = talkEnded.map(Heard::at).orElse(answered.at());
        long overAt = wrappedUp.map(Heard::at).orElse(endedAt);
        long hold = onHold(leg, endedAt);
        return new Leg(
                visit,
                answered.leg(),
                answered.agent(),
                answered.at(),
                talkEnded.isPresent() && wrappedUp.isPresent(),
                overAt,
                endedAt - answered.at() - hold,
                hold,
                overAt - endedAt,
                leg.tellsOf("HELD"),
                leg.tellsOf("CONSULTED"),
                leg.only("TRANSFERRED").events().stream().map(Heard::detail).collect(Collectors.toSet()));
    }

    /** A hold lasts until it is resumed; one that nobody ends, as long as the talk. */
    private static long onHold(Tale leg, long endedAt) {
        long hold = 0;
        long since = -1;
        for (Heard event : leg.only(event -> event.at() <= endedAt).events()) {
            if (event.is("HELD") && since < 0) {
                since = event.at();
            } else if (event.is("RESUMED") && since >= 0) {
                hold += event.at() - since;
                since = -1;
            }
        }
        return since < 0 ? hold : hold + endedAt - since;
    }

    static boolean isOf(Heard event, Visit visit) {
        return event.part().equals(visit.id());
    }
}
