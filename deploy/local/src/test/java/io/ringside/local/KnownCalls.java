package io.ringside.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.FlowOutReason;

/**
 * Calls to one queue whose totals anyone can count: of every ten, six are answered, four of them in time, three hang up and one leaves a
 * message. Their events lie so that at any moment some calls wait and some are being talked to.
 */
final class KnownCalls {
    private static final int BETWEEN_EVENTS_OF_A_CALL = 40;
    private static final Duration IN_TIME = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final String queue;
    private final int count;
    private final List<Emitted> events;

    private record Placed(int at, Emitted event) {}

    /** @param count a multiple of ten */
    KnownCalls(String queue, int count, Instant start) {
        this.queue = queue;
        this.count = count;
        this.events = IntStream.range(0, count)
                .boxed()
                .flatMap(number -> placed(number, call(number, start)).stream())
                .sorted(Comparator.comparingInt(Placed::at))
                .map(Placed::event)
                .toList();
    }

    /** One of several parts of about the same size, from 0. */
    List<Emitted> part(int part, int of) {
        return events.subList(events.size() * part / of, events.size() * (part + 1) / of);
    }

    int events() {
        return events.size();
    }

    String queue() {
        return queue;
    }

    /** How many contacts there are. */
    int count() {
        return count;
    }

    /** What the scorecard of the day must say. */
    Map<String, Double> totals() {
        double tenth = count / 10.0;
        return Map.of(
                "offered", (double) count,
                "answered", 6 * tenth,
                "abandoned", 3 * tenth,
                "flowed_out", tenth,
                "handled", 6 * tenth,
                "service_level", 4 * tenth);
    }

    private static List<Placed> placed(int number, List<CallEvent> call) {
        List<Placed> placed = new ArrayList<>();
        for (CallEvent event : call) {
            placed.add(new Placed(number + BETWEEN_EVENTS_OF_A_CALL * placed.size(), Emitted.of(event)));
        }
        return placed;
    }

    private List<CallEvent> call(int number, Instant start) {
        String contact = queue + "-" + number;
        int fate = number % 10;
        List<CallEvent> call = new ArrayList<>();
        call.add(event(contact, CallEventType.ENQUEUED, start).setQueue(queue).build());
        if (fate < 6) {
            Instant answered = start.plus(fate < 4 ? IN_TIME : LATE);
            call.add(event(contact, CallEventType.ANSWERED, answered)
                    .setAgent("agent-" + fate)
                    .build());
            call.add(event(contact, CallEventType.TALK_ENDED, answered.plusSeconds(60))
                    .build());
            call.add(event(contact, CallEventType.WRAPPED_UP, answered.plusSeconds(70))
                    .build());
        } else if (fate < 9) {
            call.add(event(contact, CallEventType.ABANDONED, start.plus(LATE)).build());
        } else {
            call.add(event(contact, CallEventType.FLOWED_OUT, start.plus(LATE))
                    .setFlowOutReason(FlowOutReason.VOICEMAIL)
                    .build());
        }
        return call;
    }

    private static CallEvent.Builder event(String contact, CallEventType type, Instant at) {
        return CallEvent.newBuilder()
                .setEventId(contact + "-" + type)
                .setOccurredAt(at)
                .setSource("outages")
                .setContactId(contact)
                .setType(type);
    }
}
