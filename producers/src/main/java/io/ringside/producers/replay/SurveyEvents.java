package io.ringside.producers.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.SurveyEventType;

/** Finds what a customer was asked and answered from a row. */
record SurveyEvents(
        Identity identity,
        Optional<Scale.Rating> csat,
        Optional<Scale.Rating> nps,
        Optional<Scale.Rating> ces,
        Optional<Boolean> resolved,
        Optional<String> comment) {

    /**
     * The survey's events; none if the row tells of no survey.
     *
     * @param contactEnd when the row's visit or ticket ended; empty if it has none
     */
    static List<Emitted> of(
            SurveyMapping mapping, Row row, Identity identity, Optional<Instant> contactEnd, WallClock clock)
            throws UnreadableRow {
        SurveyEvents survey = new SurveyEvents(
                identity,
                mapping.csat().read(row),
                mapping.nps().read(row),
                mapping.ces().read(row),
                mapping.resolved().read(row),
                mapping.comment().read(row));
        List<Emitted> events = new ArrayList<>();
        Optional<Instant> sent = mapping.sent().read(row).map(moment -> clock.instant(moment, Instant.MIN));
        sent.ifPresent(at ->
                events.add(Emitted.of(survey.event(SurveyEventType.SENT, at).build())));
        if (survey.isAnswered()) {
            Instant at = mapping.answered()
                    .read(row)
                    .map(moment -> clock.instant(moment, sent.orElse(Instant.MIN)))
                    .or(() -> contactEnd)
                    .orElseThrow(() -> new UnreadableRow(mapping.answered().path() + ": is empty"));
            events.add(Emitted.of(survey.answered(at)));
        }
        return events;
    }

    private boolean isAnswered() {
        return Stream.of(csat, nps, ces, resolved, comment).anyMatch(Optional::isPresent);
    }

    private SurveyEvent answered(Instant at) {
        SurveyEvent.Builder event = event(SurveyEventType.ANSWERED, at)
                .setNps(nps.map(Scale.Rating::answer).orElse(null))
                .setResolved(resolved.orElse(null))
                .setComment(comment.orElse(null));
        csat.ifPresent(rating -> event.setCsat(rating.answer())
                .setCsatLowest(rating.scale().lowest())
                .setCsatHighest(rating.scale().highest()));
        ces.ifPresent(rating -> event.setCes(rating.answer())
                .setCesLowest(rating.scale().lowest())
                .setCesHighest(rating.scale().highest())
                .setCesHighIsEasy(rating.scale().highIsEasy()));
        return event.build();
    }

    private SurveyEvent.Builder event(SurveyEventType type, Instant at) {
        return SurveyEvent.newBuilder()
                .setEventId(identity.ofSurveyEvent(type))
                .setOccurredAt(at)
                .setSource(identity.source())
                .setContactId(identity.contact())
                .setType(type)
                .setSurveyId(identity.survey().isEmpty() ? null : identity.survey());
    }
}
