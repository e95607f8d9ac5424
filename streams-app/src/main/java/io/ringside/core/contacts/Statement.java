package io.ringside.core.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Event.FlowOutReason;
import io.ringside.core.events.Event.TransferKind;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Quarters;

/** What a story adds to the counts: a pure function of the story, the definitions and how far time has come. */
final class Statement {
    /** How many facts a call has that an agent took. */
    private static final int USUAL = 20;

    private final Story story;
    private final Definitions definitions;
    private final long now;
    private final List<Fact> facts = new ArrayList<>(USUAL);

    private Statement(Story story, Definitions definitions, long now) {
        this.story = story;
        this.definitions = definitions;
        this.now = now;
    }

    static List<Fact> of(Story story, Definitions definitions, long now) {
        Statement statement = new Statement(story, definitions, now);
        for (Visit visit : story.visits.values()) {
            statement.visit(visit);
            for (Leg leg : visit.legs.values()) {
                if (leg.isHandled()) {
                    statement.leg(visit, leg);
                }
            }
        }
        statement.ringsNotAnswered();
        statement.firstResponse();
        statement.handledOnce();
        statement.escalations();
        story.ticket.ifPresent(statement::ticket);
        story.surveys.values().forEach(statement::survey);
        return statement.facts;
    }

    private void visit(Visit visit) {
        QueueDefinition definition = definitions.queue(visit.queue, visit.enqueuedAt);
        long threshold = definition.threshold().toMillis();
        Posted at = new Posted(visit.queue, visit.enqueuedAt);
        at.count(Measure.OFFERED, visit.enqueuedAt);
        waitedOver(at, visit);
        if (visit.isWaiting()) {
            at.count(Measure.WAITING, visit.enqueuedAt);
            if (now > visit.enqueuedAt + threshold) {
                at.count(Measure.SERVICE_LEVEL_EVENTS, visit.enqueuedAt + threshold);
            }
            return;
        }
        boolean inTime = visit.waited() <= threshold;
        at.add(Measure.WAIT_ENDED, visit.leftAt, visit.waited());
        switch (visit.state) {
            case ANSWERED -> answered(at, visit, inTime);
            case ABANDONED -> abandoned(at, visit, inTime, definition);
            default -> flowedOut(at, visit, inTime);
        }
        if (!inTime && !isShort(visit, definition)) {
            at.count(Measure.SERVICE_LEVEL_EVENTS, visit.enqueuedAt + threshold);
        }
    }

    /** Counts the visit at each full quarter of an hour that it waited over, as far as time has come. */
    private void waitedOver(Posted at, Visit visit) {
        long until = visit.isWaiting() ? now : visit.leftAt;
        for (long quarter = Quarters.after(visit.enqueuedAt); quarter <= until; quarter += Quarters.MILLIS) {
            at.count(Measure.WAITED_OVER, quarter);
        }
    }

    private static void answered(Posted at, Visit visit, boolean inTime) {
        at.add(Measure.ANSWERED, visit.leftAt, visit.waited());
        if (inTime) {
            at.count(Measure.ANSWERED_IN_TIME, visit.leftAt);
            at.count(Measure.SERVICE_LEVEL_EVENTS, visit.leftAt);
        }
    }

    private static void abandoned(Posted at, Visit visit, boolean inTime, QueueDefinition definition) {
        at.count(Measure.ABANDONED, visit.leftAt);
        if (inTime) {
            at.count(Measure.ABANDONED_IN_TIME, visit.leftAt);
        }
        if (isShort(visit, definition)) {
            at.count(Measure.SHORT_ABANDONED, visit.leftAt);
            return;
        }
        at.add(Measure.WAITED_AND_ABANDONED, visit.leftAt, visit.waited());
        if (inTime) {
            at.count(Measure.SERVICE_LEVEL_EVENTS, visit.leftAt);
        }
    }

    private static boolean isShort(Visit visit, QueueDefinition definition) {
        return visit.state == Visit.State.ABANDONED
                && !definition.shortAbandon().isZero()
                && visit.waited() <= definition.shortAbandon().toMillis();
    }

    private static void flowedOut(Posted at, Visit visit, boolean inTime) {
        FlowOutReason reason = visit.flowOutReason.orElseThrow();
        at.count(Measure.FLOWED_OUT, visit.leftAt);
        at.count(
                switch (reason) {
                    case VOICEMAIL -> Measure.FLOWED_OUT_VOICEMAIL;
                    case OVERFLOW -> Measure.FLOWED_OUT_OVERFLOW;
                    case TRANSFER -> Measure.FLOWED_OUT_TRANSFER;
                    case CALLBACK_ACCEPTED -> Measure.FLOWED_OUT_CALLBACK_ACCEPTED;
                    case TIMED_OUT -> Measure.FLOWED_OUT_TIMED_OUT;
                    case CLOSED -> Measure.FLOWED_OUT_CLOSED;
                    case ERROR -> Measure.FLOWED_OUT_ERROR;
                    case SILENCE -> Measure.FLOWED_OUT_SILENCE;
                    case SNAPSHOT -> Measure.FLOWED_OUT_SNAPSHOT;
                },
                visit.leftAt);
        if (inTime && reason == FlowOutReason.CALLBACK_ACCEPTED) {
            at.count(Measure.CALLBACKS_IN_TIME, visit.leftAt);
        }
    }

    /** All of a leg is counted at the end of its wrap-up, for the queue and for the agent. */
    private void leg(Visit visit, Leg leg) {
        leg(leg, new Posted(visit.queue, visit.enqueuedAt));
        leg(leg, new Posted(leg.scope, visit.enqueuedAt));
    }

    private static void leg(Leg leg, Posted posted) {
        long at = leg.wrappedUpAt.getAsLong();
        posted.add(Measure.HANDLED, at, leg.handleTime());
        posted.add(Measure.TALK, at, leg.talk());
        posted.add(Measure.WRAP_UP, at, leg.wrapUp());
        if (leg.holds > 0) {
            posted.count(Measure.HELD, at);
            posted.add(Measure.HOLD, at, leg.hold());
        }
        if (leg.consulted) {
            posted.count(Measure.CONSULTED, at);
        }
        if (!leg.transfers.isEmpty()) {
            posted.count(Measure.TRANSFERRED, at);
            leg.transfers.forEach(kind -> posted.count(transferred(kind), at));
        }
    }

    private static Measure transferred(TransferKind kind) {
        return switch (kind) {
            case BLIND -> Measure.TRANSFERRED_BLIND;
            case WARM -> Measure.TRANSFERRED_WARM;
            case TO_QUEUE -> Measure.TRANSFERRED_TO_QUEUE;
            case EXTERNAL -> Measure.TRANSFERRED_EXTERNAL;
        };
    }

    private void ringsNotAnswered() {
        story.ringsNotAnswered.forEach(ring -> {
            Visit visit = story.visits.get(ring.visit());
            long arrivedAt = visit == null ? ring.at() : visit.enqueuedAt;
            new Posted(Scope.agent(ring.agent()), arrivedAt).count(Measure.RINGS_NOT_ANSWERED, ring.at());
            if (visit != null) {
                new Posted(visit.queue, arrivedAt).count(Measure.RINGS_NOT_ANSWERED, ring.at());
            }
        });
    }

    /** A chat's first reply of a person, since the chat came; for the queue, and for the agent that had it then. */
    private void firstResponse() {
        Optional<Visit> first = story.firstVisit();
        if (first.isEmpty() || first.get().channel() != Channel.CHAT) {
            return;
        }
        long came = first.get().enqueuedAt;
        if (story.firstResponseAt.isPresent()) {
            long at = story.firstResponseAt.getAsLong();
            new Posted(story.visitAt(at).orElseThrow().queue, came).add(Measure.FIRST_RESPONSE, at, at - came);
            story.legAt(at).ifPresent(leg -> new Posted(leg.scope, came).add(Measure.FIRST_RESPONSE, at, at - came));
        } else if (!story.visits.values().stream().allMatch(visit -> visit.isComplete() || visit.forced)) {
            Visit last = story.visitAt(Long.MAX_VALUE).orElseThrow();
            new Posted(last.queue, came).count(Measure.UNANSWERED, came);
        }
    }

    /** A contact is handled once, however many agents it takes: when the first of them has wrapped up. */
    private void handledOnce() {
        Visit handledIn = null;
        Leg handledBy = null;
        for (Visit visit : story.visits.values()) {
            for (Leg leg : visit.legs.values()) {
                if (leg.isHandled()
                        && (handledBy == null || leg.wrappedUpAt.getAsLong() < handledBy.wrappedUpAt.getAsLong())) {
                    handledIn = visit;
                    handledBy = leg;
                }
            }
        }
        if (handledBy != null) {
            long at = handledBy.wrappedUpAt.getAsLong();
            new Posted(handledIn.queue, handledIn.enqueuedAt).count(Measure.HANDLED_CONTACTS, at);
            new Posted(handledBy.scope, handledIn.enqueuedAt).count(Measure.HANDLED_CONTACTS, at);
        }
    }

    private void escalations() {
        story.escalatedAt.ifPresent(at -> creditContact(at, Measure.ESCALATED));
        story.complainedAt.ifPresent(at -> creditContact(at, Measure.COMPLAINED));
    }

    /** Credits the queue and the agent that had the contact at a moment. */
    private void creditContact(long at, Measure measure) {
        story.ticket.ifPresent(ticket -> {
            new Posted(ticket.queue, ticket.createdAt).count(measure, at);
            ticket.agent.ifPresent(agent -> new Posted(Scope.agent(agent), ticket.createdAt).count(measure, at));
        });
        story.visitAt(at).ifPresent(visit -> {
            new Posted(visit.queue, visit.enqueuedAt).count(measure, at);
            story.legAt(at).ifPresent(leg -> new Posted(leg.scope, visit.enqueuedAt).count(measure, at));
        });
    }

    private void ticket(Ticket ticket) {
        Posted queue = new Posted(ticket.queue, ticket.createdAt);
        if (!ticket.isSolved() && !story.forced) {
            queue.count(Measure.BACKLOG, ticket.createdAt);
            if (ticket.firstReplyAt.isEmpty()) {
                queue.count(Measure.UNANSWERED, ticket.createdAt);
            }
        }
        handling(ticket, queue);
        ticket.agent.ifPresent(agent -> handling(ticket, new Posted(Scope.agent(agent), ticket.createdAt)));
    }

    /** All that becomes of a ticket is counted for its queue and for its agent: a rate needs both of its parts. */
    private void handling(Ticket ticket, Posted posted) {
        posted.count(Measure.TICKETS_CREATED, ticket.createdAt);
        ticket.firstReopenedAt.ifPresent(at -> posted.count(Measure.TICKETS_REOPENED, at));
        ticket.closedAt.ifPresent(at -> posted.count(Measure.TICKETS_CLOSED, at));
        ticket.firstReplyAt.ifPresent(at -> posted.add(Measure.FIRST_RESPONSE, at, at - ticket.createdAt));
        ticket.firstSolvedAt.ifPresent(at -> {
            posted.add(Measure.RESOLUTION, at, at - ticket.createdAt);
            posted.count(Measure.HANDLED_CONTACTS, at);
            definitions
                    .hours(ticket.queue)
                    .ifPresent(
                            hours -> posted.add(Measure.BUSINESS_RESOLUTION, at, hours.between(ticket.createdAt, at)));
        });
        if (ticket.isSolved()) {
            long at = ticket.lastSolvedAt.getAsLong();
            posted.add(Measure.FULL_RESOLUTION, at, at - ticket.createdAt);
        }
    }

    /** Credits the queue and agent that had the contact; whom the survey tool names only where nobody is known. */
    private void survey(Survey survey) {
        long at = survey.sentAt.orElse(survey.answeredAt.orElse(0));
        List<Posted> credited = new ArrayList<>();
        story.ticket.ifPresent(ticket -> {
            credited.add(new Posted(ticket.queue, ticket.createdAt));
            ticket.agent.ifPresent(agent -> credited.add(new Posted(Scope.agent(agent), ticket.createdAt)));
        });
        if (credited.isEmpty()) {
            story.visitAt(at).ifPresent(visit -> {
                credited.add(new Posted(visit.queue, visit.enqueuedAt));
                story.legAt(at).ifPresent(leg -> credited.add(new Posted(leg.scope, visit.enqueuedAt)));
            });
        }
        if (credited.isEmpty()) {
            survey.credit.ifPresent(credit -> {
                credited.add(new Posted(Scope.queue(credit.channel(), credit.queue()), at));
                credit.agent().ifPresent(agent -> credited.add(new Posted(Scope.agent(agent), at)));
            });
        }
        credited.forEach(posted -> survey(survey, posted));
    }

    private static void survey(Survey survey, Posted posted) {
        survey.sentAt.ifPresent(at -> posted.count(Measure.SURVEYS_SENT, at));
        survey.answeredAt.ifPresent(at -> {
            posted.count(Measure.SURVEYS_ANSWERED, at);
            survey.csat.ifPresent(csat -> {
                posted.add(Measure.CSAT_ANSWERS, at, csat.thousandths());
                if (csat.satisfied()) {
                    posted.count(Measure.CSAT_SATISFIED, at);
                }
            });
        });
    }

    /** Facts of one scope that arrived at one moment. */
    private final class Posted {
        private final Scope scope;
        private final long arrivedAt;

        Posted(Scope scope, long arrivedAt) {
            this.scope = scope;
            this.arrivedAt = arrivedAt;
        }

        void count(Measure measure, long at) {
            add(measure, at, 0);
        }

        void add(Measure measure, long at, long value) {
            facts.add(new Fact(scope, measure, at, arrivedAt, value));
        }
    }
}
