package io.ringside.core.contacts;

import java.util.Optional;
import java.util.OptionalLong;

import io.ringside.core.events.Csat;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.Credit;

/** One survey of a contact. Times are epoch milliseconds. */
final class Survey {
    OptionalLong sentAt = OptionalLong.empty();
    OptionalLong answeredAt = OptionalLong.empty();
    Optional<Csat> csat = Optional.empty();
    Optional<Credit> credit = Optional.empty();

    void take(Event.SurveySent sent) {
        if (sentAt.isEmpty()) {
            sentAt = OptionalLong.of(sent.at());
        }
        credit = credit.or(sent::credit);
    }

    /** Returns false for a second answer, which changes nothing. */
    boolean take(Event.SurveyAnswered answered) {
        if (answeredAt.isPresent()) {
            return false;
        }
        answeredAt = OptionalLong.of(answered.at());
        csat = answered.csat();
        credit = credit.or(answered::credit);
        return true;
    }
}
