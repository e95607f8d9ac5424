package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.FlowOutReason;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TransferKind;

import static org.assertj.core.api.Assertions.assertThat;

class ContactGrammarTest {
    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");
    private static final Incident SHORT_OF_STAFF =
            new Incident("billing", EVENING.plusSeconds(3600), EVENING.plusSeconds(3 * 3600), 1.5, 0.7);

    @Property(tries = 12)
    void everyStoryObeysTheGrammarOnAnOrdinaryNightAndInAnIncident(@ForAll long seed) {
        ContactGrammar grammar = new ContactGrammar();

        fifteenHours(seed).forEach(grammar::see);

        grammar.check();
    }

    @Property(tries = 5)
    void whoIsSentToAQueueArrivesThereInTheSameMoment(@ForAll long seed) {
        Map<String, Instant> sentOn = new HashMap<>();
        int arrived = 0;
        for (Emitted event : fifteenHours(seed)) {
            if (event.value() instanceof CallEvent call) {
                if (sendsOn(call)) {
                    assertThat(sentOn.put(call.getContactId(), call.getOccurredAt()))
                            .isNull();
                } else if (call.getType() == CallEventType.ENQUEUED
                        && !call.getVisitId().equals("1")) {
                    assertThat(sentOn.remove(call.getContactId())).isEqualTo(call.getOccurredAt());
                    arrived++;
                }
            }
        }
        assertThat(sentOn).isEmpty();
        assertThat(arrived).isPositive();
    }

    @Property(tries = 5)
    void onlyHandledContactsAreSurveyed(@ForAll long seed) {
        Set<String> handled = new HashSet<>();
        for (Emitted event : fifteenHours(seed)) {
            String type = event.value().getSchema().getField("type") == null
                    ? ""
                    : event.value().get(4).toString();
            if (event.value() instanceof SurveyEvent survey) {
                assertThat(handled).contains(survey.getContactId());
            } else if (type.equals("TALK_ENDED") || type.equals("STATUS_CHANGED")) {
                handled.add(event.key());
            }
        }
    }

    private static boolean sendsOn(CallEvent call) {
        return call.getTransferKind() == TransferKind.TO_QUEUE || call.getFlowOutReason() == FlowOutReason.OVERFLOW;
    }

    private static List<Emitted> fifteenHours(long seed) {
        Scenario scenario = Scenario.of(Center.berlinAndLisbon(), seed, EVENING).with(SHORT_OF_STAFF);
        return Simulation.until(scenario, EVENING.plus(Duration.ofHours(15))).toList();
    }
}
