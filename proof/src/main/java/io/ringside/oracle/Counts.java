package io.ringside.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.ringside.oracle.Count.Kind;
import io.ringside.oracle.Heard.Rating;
import io.ringside.oracle.Visit.End;

/** Takes a story apart into single counts: what the KPIs are sums of. */
final class Counts {
    private static final long QUARTER = 900_000;

    private final Rules rules;
    private final long now;
    private final List<Count> counts = new ArrayList<>();

    private Counts(Rules rules, long now) {
        this.rules = rules;
        this.now = now;
    }

    /** All counts of a story, as far as time has come; epoch milliseconds. */
    static List<Count> of(Chronicle story, Rules rules, long now) {
        Counts counts = new Counts(rules, now);
        story.visits.forEach(counts::add);
        story.legs.stream().filter(Leg::isOver).forEach(counts::add);
        story.tickets.forEach(counts::add);
        story.ringsNotAnswered.forEach(mark -> counts.add("ring not answered", mark, "", Kind.SAID));
        story.handledContacts.forEach(mark -> counts.add("handled contact", mark, "", Kind.SAID));
        story.escalations.forEach(mark -> counts.add("escalated", mark, "", Kind.SAID));
        story.complaints.forEach(mark -> counts.add("complained", mark, "", Kind.SAID));
        story.firstResponses.forEach(mark -> counts.add("first response", mark, "" + mark.millis(), Kind.SAID));
        story.surveysSent.forEach(mark -> counts.add("survey sent", mark, "", Kind.SURVEY));
        story.surveysAnswered.forEach(mark -> counts.add("survey answered", mark, rating(mark), Kind.SURVEY));
        return counts.counts;
    }

    /** The time that agents were on queue, by the quarter of an hour. */
    static List<Count> of(AgentTime time, Scope agent, long from, long now) {
        List<Count> counts = new ArrayList<>();
        for (long quarter = from / QUARTER * QUARTER; quarter < now; quarter += QUARTER) {
            long millis = time.onQueue(new Window(quarter, quarter + QUARTER));
            if (millis > 0) {
                counts.add(new Count("on queue", agent, quarter, quarter, "" + millis, Kind.ASSUMED));
            }
        }
        return counts;
    }

    private static String rating(Mark mark) {
        return mark.rating().map(Rating::toString).orElse("");
    }

    private void add(Visit visit) {
        Scope queue = new Scope("queue", visit.channel(), visit.queue());
        long came = visit.enqueuedAt();
        counts.add(new Count("offered", queue, came, came, "", Kind.SAID));
        for (long at = came / QUARTER * QUARTER + QUARTER; visit.waitsAt(at, now); at += QUARTER) {
            counts.add(new Count("waits over", queue, at, came, "", Kind.WAITED));
        }
        long threshold = rules.threshold(visit);
        boolean isTooLong = visit.waitedUntil(now) > threshold;
        if (visit.ended(End.WAITING)) {
            if (isTooLong) {
                counts.add(new Count("service-level event", queue, came + threshold, came, "", Kind.ASSUMED));
            }
            return;
        }
        String how = visit.end() + visit.reason() + visit.waited();
        counts.add(new Count("left", queue, visit.leftAt(), came, how, Kind.SAID));
        long limit = rules.shortAbandon(visit);
        boolean isShort = visit.ended(End.ABANDONED) && limit > 0 && visit.waited() <= limit;
        if (!isShort && (isTooLong || !visit.ended(End.FLOWED_OUT))) {
            long at = isTooLong ? came + threshold : visit.leftAt();
            counts.add(new Count("service-level event", queue, at, came, "", Kind.ASSUMED));
        }
    }

    private void add(Leg leg) {
        Visit visit = leg.visit();
        Mark done = Mark.of(visit, leg.agent(), leg.wrappedUpAt());
        add("handled", done, "" + leg.handleTime(), Kind.SAID);
        add("talk", done, "" + leg.talk(), Kind.SAID);
        add("wrap-up", done, "" + leg.wrapUp(), Kind.SAID);
        if (leg.wasHeld()) {
            add("held", done, "" + leg.hold(), Kind.SAID);
        }
        if (leg.consulted()) {
            add("consulted", done, "", Kind.SAID);
        }
        leg.transfers().forEach(kind -> add("transferred", done, kind, Kind.SAID));
    }

    private void add(Ticket ticket) {
        add("created", ticket, OptionalLong.of(ticket.createdAt()), Kind.SAID);
        ticket.firstSolvedAt().ifPresent(at -> {
            add("solved", Mark.of(ticket, at), "", Kind.SAID);
            rules.businessTimeToSolve(ticket)
                    .ifPresent(time -> add("business time", Mark.of(ticket, at), "" + time, Kind.SAID));
        });
        add("solved for good", ticket, ticket.solvedAt(), Kind.DONE);
        add("reopened", ticket, ticket.reopenedAt(), Kind.REOPENED);
        add("closed", ticket, ticket.closedAt(), Kind.DONE);
    }

    private void add(String what, Ticket ticket, OptionalLong at, Kind kind) {
        at.ifPresent(moment -> add(what, Mark.of(ticket, moment), "", kind));
    }

    /** It is the queue's and the agent's, as far as they are known. */
    private void add(String what, Mark mark, String said, Kind kind) {
        if (!mark.queue().isEmpty()) {
            Scope queue = new Scope("queue", mark.channel(), mark.queue());
            counts.add(new Count(what, queue, mark.at(), mark.arrivedAt(), said, kind));
        }
        if (!mark.agent().isEmpty()) {
            Scope agent = new Scope("agent", "", mark.agent());
            counts.add(new Count(what, agent, mark.at(), mark.arrivedAt(), said, kind));
        }
    }
}
