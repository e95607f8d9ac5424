package io.ringside.core.contacts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.ringside.core.events.Event;
import io.ringside.core.events.Event.Side;
import io.ringside.core.events.Reason;

/**
 * Reads a contact's events into its story. Starts are looked for first, so that an end is judged against its start
 * wherever the two stand; then the rest, in the order in which it happened.
 */
final class StoryReader {
    /** The order in which a contact's events happened; at the same moment, the order that makes sense of them. */
    static final Comparator<Event> AS_IT_HAPPENED = Comparator.comparingLong(Event::at)
            .thenComparingInt(StoryReader::rank)
            .thenComparing(Event::id);

    private final ContactLimits limits;
    private final Story story = new Story();

    private StoryReader(ContactLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads events that stand in the order {@link #AS_IT_HAPPENED}.
     *
     * @param sightings what snapshots say of the contact, as far as is known; what follows from others is added
     * @param snapshots all that are known
     * @param now how far time has come, epoch milliseconds: a contact without a sign of life for too long is closed
     */
    static Story read(List<Event> events, Sightings sightings, Snapshots snapshots, ContactLimits limits, long now) {
        StoryReader reader = new StoryReader(limits);
        for (Event event : events) {
            reader.readStart(event);
        }
        for (Event event : events) {
            reader.readAnswer(event);
        }
        for (Event event : events) {
            reader.readRest(event);
        }
        reader.readNobodys(events);
        if (!events.isEmpty()) {
            new Ghosts(reader.story, limits, sightings, snapshots).close(events, now);
        }
        return reader.story;
    }

    private void readStart(Event event) {
        if (event instanceof Event.Enqueued enqueued) {
            Visit visit = new Visit(enqueued);
            if (story.visits.putIfAbsent(visit.id, visit) != null) {
                story.odd(event, Reason.SECOND_ENQUEUE, "the visit was enqueued before");
            }
        } else if (event instanceof Event.TicketCreated created) {
            if (story.ticket.isPresent()) {
                story.odd(event, Reason.SECOND_ENQUEUE, "the ticket was created before");
            } else {
                story.ticket = Optional.of(new Ticket(created.at(), created.queue()));
            }
        }
    }

    private void readAnswer(Event event) {
        if (!(event instanceof Event.Answered answered)) {
            return;
        }
        Visit visit = story.visits.get(answered.visit());
        if (visit == null) {
            story.loose.add(event);
        } else if (visit.legs.containsKey(answered.leg())) {
            story.odd(event, Reason.SECOND_ANSWER, "the leg was answered before");
        } else if (fits(event, visit.enqueuedAt, Reason.LEFT_BEFORE_ENQUEUED)) {
            visit.legs.put(answered.leg(), new Leg(answered));
        }
    }

    private void readRest(Event event) {
        if (event instanceof Event.OfLeg ofLeg) {
            readOfLeg(ofLeg);
        } else if (event instanceof Event.Abandoned || event instanceof Event.FlowedOut) {
            readLeaving((Event.OfVisit) event);
        } else if (event instanceof Event.MessageSent message) {
            readMessage(message);
        } else if (event instanceof Event.Escalated) {
            story.escalatedAt = firstOf(story.escalatedAt, event);
        } else if (event instanceof Event.Complained) {
            story.complainedAt = firstOf(story.complainedAt, event);
        } else if (event instanceof Event.SurveySent || event instanceof Event.SurveyAnswered) {
            readSurvey(event);
        } else if (!(event instanceof Event.Enqueued)) {
            readOfTicket(event);
        }
    }

    private void readLeaving(Event.OfVisit event) {
        Visit visit = story.visits.get(event.visit());
        if (visit == null) {
            story.loose.add(event);
        } else if (!visit.isWaiting()) {
            story.odd(event, Reason.ALREADY_LEFT, "the contact had left the queue before");
        } else if (fits(event, visit.enqueuedAt, Reason.LEFT_BEFORE_ENQUEUED)) {
            if (event instanceof Event.FlowedOut flowedOut) {
                visit.flowOutReason = Optional.of(flowedOut.reason());
                visit.leave(Visit.State.FLOWED_OUT, event.at());
            } else {
                visit.leave(Visit.State.ABANDONED, event.at());
            }
        }
    }

    private void readOfLeg(Event.OfLeg event) {
        Visit visit = story.visits.get(event.visit());
        if (event instanceof Event.RingNotAnswered ring) {
            story.ringsNotAnswered.add(ring);
            return;
        }
        Leg leg = visit == null ? null : visit.legs.get(event.leg());
        if (leg == null) {
            // A ring that leads nowhere is no end without a start.
            if (!(event instanceof Event.Rang) && !(event instanceof Event.Answered)) {
                story.loose.add(event);
            }
        } else if (event instanceof Event.Rang) {
            leg.rangAt = OptionalLong.of(event.at());
        } else if (event instanceof Event.Answered) {
            if (event.equals(leg.answer)) {
                readConnection(visit, leg);
            }
        } else if (fits(event, leg.connectedAt, Reason.NEGATIVE_DURATION)) {
            readHandling(leg, event);
        }
    }

    private void readConnection(Visit visit, Leg leg) {
        if (visit.isWaiting()) {
            visit.leave(Visit.State.ANSWERED, leg.connectedAt);
        } else if (visit.state != Visit.State.ANSWERED) {
            story.odd(leg.answer, Reason.ALREADY_LEFT, "the contact had left the queue before");
            visit.legs.remove(leg.id);
        }
    }

    private void readHandling(Leg leg, Event.OfLeg event) {
        if (event instanceof Event.WrappedUp) {
            if (leg.wrappedUpAt.isPresent()) {
                story.odd(event, Reason.SECOND_END, "the leg was wrapped up before");
            } else {
                leg.wrappedUpAt = OptionalLong.of(event.at());
            }
        } else if (event instanceof Event.TalkEnded) {
            readTalkEnd(leg, event);
        } else if (event instanceof Event.Consulted) {
            leg.consulted = true;
        } else if (event instanceof Event.Transferred transferred) {
            leg.transfers.add(transferred.kind());
        } else {
            readHold(leg, event);
        }
    }

    private void readTalkEnd(Leg leg, Event event) {
        if (leg.talkEndedAt.isPresent()) {
            story.odd(event, Reason.SECOND_END, "the talk had ended before");
        } else if (leg.wrappedUpAt.isPresent()) {
            story.odd(event, Reason.NEGATIVE_DURATION, "the talk ended after the wrap-up");
        } else {
            leg.endTalk(event.at());
        }
    }

    /** The end of the talk ends a hold as well, so that a resumption after it says nothing new. */
    private void readHold(Leg leg, Event event) {
        boolean talks = leg.talkEndedAt.isEmpty();
        if (event instanceof Event.Held && talks) {
            leg.hold(event.at());
        } else if (event instanceof Event.Held) {
            story.odd(event, Reason.NEGATIVE_DURATION, "the hold began after the talk had ended");
        } else if (leg.isHeld()) {
            leg.resume(event.at());
        } else if (talks) {
            story.loose.add(event);
        }
    }

    private void readMessage(Event.MessageSent message) {
        if (message.side() == Side.AGENT && story.firstVisit().isPresent()) {
            long came = story.firstVisit().get().enqueuedAt;
            if (story.firstResponseAt.isEmpty() && fits(message, came, Reason.NEGATIVE_DURATION)) {
                story.firstResponseAt = OptionalLong.of(message.at());
            }
        }
    }

    private void readOfTicket(Event event) {
        if (event instanceof Event.TicketCreated) {
            return;
        }
        if (story.ticket.isEmpty()) {
            story.loose.add(event);
        } else if (event.at() < story.ticket.get().createdAt) {
            story.odd(event, Reason.NEGATIVE_DURATION, "it happened before the ticket was created");
        } else {
            story.ticket.get().take(event);
        }
    }

    private void readSurvey(Event event) {
        if (event instanceof Event.SurveySent sent) {
            story.survey(sent.survey()).take(sent);
        } else if (event instanceof Event.SurveyAnswered answered) {
            if (!story.survey(answered.survey()).take(answered)) {
                story.odd(event, Reason.SECOND_SURVEY_ANSWER, "the survey was answered before");
            }
        }
    }

    /** What is credited to the contact as a whole waits for it as long as nothing of the contact has come. */
    private void readNobodys(List<Event> events) {
        if (story.visits.isEmpty() && story.ticket.isEmpty()) {
            events.stream().filter(this::isNobodys).forEach(story.loose::add);
        }
    }

    private boolean isNobodys(Event event) {
        if (event instanceof Event.SurveySent sent) {
            return story.surveys.get(sent.survey()).credit.isEmpty();
        } else if (event instanceof Event.SurveyAnswered answered) {
            return story.surveys.get(answered.survey()).credit.isEmpty();
        }
        return event instanceof Event.Escalated
                || event instanceof Event.Complained
                || event instanceof Event.MessageSent;
    }

    private boolean fits(Event event, long since, Reason ifBefore) {
        if (event.at() < since) {
            story.odd(event, ifBefore, "it happened " + (since - event.at()) + " ms before its start");
            return false;
        }
        if (event.at() - since > limits.longest().toMillis()) {
            story.odd(event, Reason.ABSURD_DURATION, "it happened " + (event.at() - since) + " ms after its start");
            return false;
        }
        return true;
    }

    private static OptionalLong firstOf(OptionalLong known, Event event) {
        return known.isPresent() ? known : OptionalLong.of(event.at());
    }

    private static int rank(Event event) {
        if (event instanceof Event.Enqueued || event instanceof Event.TicketCreated) {
            return 0;
        } else if (event instanceof Event.Rang) {
            return 1;
        } else if (event instanceof Event.Answered) {
            return 2;
        } else if (event instanceof Event.TalkEnded) {
            return 4;
        } else if (event instanceof Event.WrappedUp) {
            return 5;
        }
        return 3;
    }
}
