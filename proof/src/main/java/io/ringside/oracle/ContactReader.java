package io.ringside.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads one contact, as a person would who has all of its events on a sheet. */
final class ContactReader {
    private final Tale contact;
    private final Conversation conversation;
    private final Optional<Ticket> ticket;

    ContactReader(Tale contact, List<Listing> listings, Rules rules, long now) {
        this.contact = contact;
        this.conversation = Conversation.of(contact, listings, rules, now);
        this.ticket = Ticket.of(contact);
    }

    /** Adds what it reads to a chronicle. */
    void into(Chronicle chronicle) {
        chronicle.visits.addAll(conversation.visits());
        chronicle.legs.addAll(conversation.legs());
        ticket.ifPresent(chronicle.tickets::add);
        contact.only("RING_NOT_ANSWERED").events().forEach(event -> chronicle.ringsNotAnswered.add(ring(event)));
        handled().ifPresent(chronicle.handledContacts::add);
        contact.first("ESCALATED").flatMap(e -> whoHadIt(e.at())).ifPresent(chronicle.escalations::add);
        contact.first("COMPLAINED").flatMap(e -> whoHadIt(e.at())).ifPresent(chronicle.complaints::add);
        firstResponse().ifPresent(chronicle.firstResponses::add);
        readSurveys(chronicle);
    }

    /** It is the agent's own, even as long as the queue is not known. */
    private Mark ring(Heard ring) {
        return conversation.visits().stream()
                .filter(visit -> Conversation.isOf(ring, visit))
                .map(visit -> Mark.of(visit, ring.agent(), ring.at()))
                .findFirst()
                .orElse(new Mark("", "", ring.agent(), ring.at(), ring.at(), Optional.empty(), 0));
    }

    /** A contact is handled once, whoever and however many handled it: when the first of them was done. */
    private Optional<Mark> handled() {
        if (ticket.isPresent()) {
            return ticket.filter(t -> t.firstSolvedAt().isPresent())
                    .map(t -> Mark.of(t, t.firstSolvedAt().getAsLong()));
        }
        return conversation.legs().stream()
                .filter(Leg::isOver)
                .min(Comparator.comparingLong(Leg::wrappedUpAt))
                .map(leg -> Mark.of(leg.visit(), leg.agent(), leg.wrappedUpAt()));
    }

    /** A person's first reply, since the ticket or the chat came. */
    private Optional<Mark> firstResponse() {
        if (ticket.isPresent()) {
            return ticket.filter(t -> t.firstReplyAt().isPresent())
                    .map(t -> Mark.of(t, t.firstReplyAt().getAsLong()).since(t.createdAt()));
        }
        Optional<Visit> first = conversation.visits().stream().findFirst().filter(visit -> visit.channel()
                .equals("chat"));
        return first.flatMap(visit -> {
            Predicate<Heard> isReply =
                    event -> event.is("MESSAGE") && event.detail().equals("AGENT") && event.at() >= visit.enqueuedAt();
            return contact.first(isReply)
                    .flatMap(reply -> whoHadIt(reply.at()))
                    .map(mark -> mark.since(visit.enqueuedAt()));
        });
    }

    /** Surveys are credited to whoever had the contact when they were sent, and arrive when it did. */
    private void readSurveys(Chronicle chronicle) {
        Tale surveys = contact.only(event -> event.channel().equals("survey"));
        Set<String> ids = surveys.events().stream().map(Heard::part).collect(Collectors.toSet());
        for (String id : ids) {
            Tale survey = surveys.only(event -> event.part().equals(id));
            Optional<Heard> sent = survey.first("SURVEY_SENT");
            Optional<Heard> answered = survey.first("SURVEY_ANSWERED");
            Heard asked = sent.or(() -> answered).orElseThrow();
            Optional<Mark> credit = whoHadIt(asked.at()).or(() -> whoTheSurveyNames(survey, asked.at()));
            credit.ifPresent(mark -> {
                sent.ifPresent(event -> chronicle.surveysSent.add(mark.happening(event.at())));
                answered.ifPresent(event ->
                        chronicle.surveysAnswered.add(mark.happening(event.at()).answering(event.rating())));
            });
        }
    }

    /**
     * A ticket's queue and agent; else the last queue that it had come to, or the first that is known, and the last agent
     * that it was connected with.
     */
    private Optional<Mark> whoHadIt(long moment) {
        Optional<Visit> visit = conversation.visits().stream()
                .filter(v -> v.enqueuedAt() <= moment)
                .max(Comparator.comparingLong(Visit::enqueuedAt))
                .or(() -> conversation.visits().stream().findFirst());
        String agent = conversation.legs().stream()
                .filter(leg -> leg.connectedAt() <= moment)
                .max(Comparator.comparingLong(Leg::connectedAt))
                .map(Leg::agent)
                .orElse("");
        return ticket.map(t -> Mark.of(t, moment)).or(() -> visit.map(v -> Mark.of(v, agent, moment)));
    }

    /** Of a contact that is not known, all that is known is what the survey says. */
    private static Optional<Mark> whoTheSurveyNames(Tale survey, long moment) {
        return survey.first(event ->
                        !event.queue().isEmpty() && !event.creditedChannel().isEmpty())
                .map(event -> new Mark(
                        event.creditedChannel(), event.queue(), event.agent(), moment, moment, Optional.empty(), 0));
    }
}
