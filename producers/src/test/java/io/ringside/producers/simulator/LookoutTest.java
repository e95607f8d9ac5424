package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.QueueSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulated systems say who waits, and lose what they are told to lose. */
final class LookoutTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Test
    void aSnapshotListsThoseCallsThatCameAndHaveNotLeft() {
        Map<String, Set<String>> waiting = new HashMap<>();
        List<QueueSnapshot> snapshots = new ArrayList<>();
        for (Emitted event : events(new Reporting(Optional.of(EVERY), 0), NOON)) {
            if (event.value() instanceof CallEvent call) {
                follow(call, waiting);
            } else if (event.value() instanceof QueueSnapshot snapshot && snapshot.getChannel() == Channel.VOICE) {
                snapshots.add(snapshot);
                Set<String> listed = new HashSet<>();
                snapshot.getWaiting().forEach(one -> listed.add(one.getContactId() + "/" + one.getVisitId()));
                assertThat(listed).isEqualTo(waiting.getOrDefault(snapshot.getQueue(), Set.of()));
            }
        }
        assertThat(snapshots).anyMatch(snapshot -> !snapshot.getWaiting().isEmpty());
        assertThat(snapshots.stream().filter(snapshot -> snapshot.getQueue().equals("sales")))
                .hasSize((int) Duration.between(MORNING, NOON).dividedBy(EVERY) - 1);
    }

    private static void follow(CallEvent call, Map<String, Set<String>> waiting) {
        String visit = call.getContactId() + "/" + call.getVisitId();
        if (call.getType() == CallEventType.ENQUEUED) {
            waiting.computeIfAbsent(call.getQueue(), queue -> new HashSet<>()).add(visit);
        } else if (Set.of(CallEventType.ANSWERED, CallEventType.ABANDONED, CallEventType.FLOWED_OUT)
                .contains(call.getType())) {
            waiting.values().forEach(here -> here.remove(visit));
        }
    }

    @Test
    void nobodyIsToldOfAShareOfTheHangUpsAndAllElseIsAsItWas() {
        List<Emitted> all = events(Reporting.EVENTS_ONLY, MORNING.plus(A_DAY));
        int told = hangUps(all);
        List<Emitted> none = events(new Reporting(Optional.empty(), 1), MORNING.plus(A_DAY));
        List<Emitted> half = events(new Reporting(Optional.empty(), 0.5), MORNING.plus(A_DAY));

        assertThat(told).isGreaterThan(20);
        assertThat(none).hasSize(all.size() - told);
        assertThat(hangUps(none)).isZero();
        assertThat(hangUps(half)).isStrictlyBetween(told / 4, told * 3 / 4);
    }

    private static List<Emitted> events(Reporting reporting, Instant until) {
        Scenario scenario = Scenario.of(Center.berlinAndLisbon(), 7, MORNING).with(reporting);
        return Simulation.until(scenario, until).toList();
    }

    private static int hangUps(List<Emitted> events) {
        return (int) events.stream()
                .map(Emitted::value)
                .filter(LookoutTest::isHangUp)
                .count();
    }

    private static boolean isHangUp(SpecificRecord event) {
        if (event instanceof CallEvent call) {
            return call.getType() == CallEventType.ABANDONED;
        }
        return event instanceof ChatEvent chat && chat.getType() == ChatEventType.ABANDONED;
    }
}
