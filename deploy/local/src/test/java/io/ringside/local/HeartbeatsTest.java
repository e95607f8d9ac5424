package io.ringside.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

class HeartbeatsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void timeIsToldAtEachTickBetweenTheEventsAroundIt() {
        Heartbeats heartbeats = new Heartbeats(
                List.of(callAt(0), callAt(9), callAt(10), callAt(31)).iterator(), NINE, Duration.ofSeconds(10));

        assertThat(rest(heartbeats))
                .containsExactly("call 0", "call 9", "beat 10", "call 10", "beat 20", "beat 30", "call 31");
    }

    @Test
    void withoutEventsThereIsNothingToTell() {
        assertThat(rest(new Heartbeats(List.<Emitted>of().iterator(), NINE, Duration.ofSeconds(10))))
                .isEmpty();
    }

    private static List<String> rest(Heartbeats heartbeats) {
        List<String> told = new ArrayList<>();
        heartbeats.forEachRemaining(emitted -> told.add((emitted.value() instanceof Heartbeat ? "beat " : "call ")
                + Duration.between(NINE, emitted.occurredAt()).toSeconds()));
        return told;
    }

    private static Emitted callAt(int second) {
        return Emitted.of(CallEvent.newBuilder()
                .setEventId("e" + second)
                .setOccurredAt(NINE.plusSeconds(second))
                .setSource("test")
                .setContactId("c1")
                .setType(CallEventType.ENQUEUED)
                .build());
    }
}
