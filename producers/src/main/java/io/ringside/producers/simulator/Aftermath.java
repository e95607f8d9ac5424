package io.ringside.producers.simulator;

import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.SurveyEventType;

/** What comes after a contact: customers who are asked how it was, and customers who come again. */
final class Aftermath {
    private static final double RESOLVED_LESS_WITH_EACH_TRANSFER = 0.1;
    private static final int COMES_AGAIN_AT_MOST = 5;
    private static final int CSAT_HIGHEST = 5;
    private static final int CES_HIGHEST = 7;
    private static final int NPS_HIGHEST = 10;
    private static final double NPS_ASKED = 0.6;
    private static final double CES_ASKED = 0.5;

    private final Operation operation;

    Aftermath(Operation operation) {
        this.operation = operation;
    }

    /** The customer gave up waiting. */
    void gaveUp(Contact contact) {
        Returning returning = contact.first().returning();
        boolean redials = contact.chance().happens(returning.redialShare());
        long after = returning.redialAfter().draw(contact.chance());
        comesAgain(contact, redials, after, true);
    }

    /** The last agent is done with the customer. */
    void handled(Contact contact, Agent agent) {
        Chance chance = contact.chance();
        Returning returning = contact.first().returning();
        Journey journey = contact.journey();
        double less = journey.transfers() * RESOLVED_LESS_WITH_EACH_TRANSFER;
        journey.resolved(chance.happens(returning.resolvedShare() - less));
        boolean returns = chance.happens(returning.returnShare());
        comesAgain(
                contact, returns && !journey.resolved(), returning.returnAfter().draw(chance), false);
        survey(contact, agent);
    }

    private void comesAgain(Contact contact, boolean wants, long after, boolean gaveUp) {
        if (wants && contact.journey().earlierContacts() < COMES_AGAIN_AT_MOST) {
            operation.timeline().after(after, () -> operation.reception().again(contact, gaveUp));
        }
    }

    private void survey(Contact contact, Agent agent) {
        Chance chance = contact.chance().split();
        Surveying surveying = operation.scenario().center().surveying();
        if (!chance.happens(surveying.sentShare())) {
            return;
        }
        Timeline timeline = operation.timeline();
        timeline.after(surveying.sentAfter().toMillis(), () -> {
            operation.journal().note(survey(contact, agent, SurveyEventType.SENT));
            if (chance.happens(surveying.answeredShare())) {
                timeline.after(surveying.answeredAfter().draw(chance), () -> answer(contact, agent, chance));
            }
        });
    }

    private void answer(Contact contact, Agent agent, Chance chance) {
        double mood = contact.journey().mood(chance);
        SurveyEvent event = survey(contact, agent, SurveyEventType.ANSWERED);
        event.setCsat((int) Math.min(CSAT_HIGHEST, 1 + Math.floor(mood * CSAT_HIGHEST)));
        if (chance.happens(NPS_ASKED)) {
            event.setNps((int) Math.round(mood * NPS_HIGHEST));
        }
        if (chance.happens(CES_ASKED)) {
            event.setCes((int) Math.round(1 + mood * (CES_HIGHEST - 1)));
        }
        event.setResolved(contact.journey().resolved());
        operation.journal().note(event);
    }

    private SurveyEvent survey(Contact contact, Agent agent, SurveyEventType type) {
        return SurveyEvent.newBuilder()
                .setEventId(contact.nextEventId())
                .setOccurredAt(operation.journal().now())
                .setSource("simulated-surveys")
                .setContactId(contact.id())
                .setType(type)
                .setChannel(contact.channel())
                .setAgent(agent.id())
                .build();
    }
}
