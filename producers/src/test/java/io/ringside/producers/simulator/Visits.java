package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.ChatEvent;

/** The queue visits that a stream of events tells of, in the order in which they began. */
final class Visits {
    /** One visit as its events tell it; {@code end} is null while it waits. */
    static final class Seen {
        private final String contact;
        private final String queue;
        private final Instant enqueued;
        private Instant ended;
        private String end;

        private Seen(String contact, String queue, Instant enqueued) {
            this.contact = contact;
            this.queue = queue;
            this.enqueued = enqueued;
        }

        String contact() {
            return contact;
        }

        String queue() {
            return queue;
        }

        Instant enqueued() {
            return enqueued;
        }

        boolean waits() {
            return end == null;
        }

        boolean answered() {
            return "ANSWERED".equals(end);
        }

        boolean abandoned() {
            return "ABANDONED".equals(end);
        }

        double waitSeconds() {
            return Duration.between(enqueued, ended).toMillis() / 1000.0;
        }

        boolean answeredWithin(double seconds) {
            return answered() && waitSeconds() <= seconds;
        }
    }

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    static List<Seen> in(Stream<Emitted> events) {
        Visits visits = new Visits();
        events.forEach(visits::see);
        return new ArrayList<>(visits.seen.values());
    }

    private void see(Emitted event) {
        if (event.value() instanceof CallEvent call) {
            see(event, call.getVisitId(), call.getType().name(), call.getQueue());
        } else if (event.value() instanceof ChatEvent chat) {
            see(event, chat.getVisitId(), chat.getType().name(), chat.getQueue());
        }
    }

    private void see(Emitted event, String visit, String type, String queue) {
        String id = event.key() + "/" + visit;
        switch (type) {
            case "ENQUEUED" -> {
                Seen before = seen.put(id, new Seen(event.key(), queue, event.occurredAt()));
                if (before != null) {
                    throw new AssertionError(id + " was enqueued twice");
                }
            }
            case "ANSWERED", "ABANDONED", "FLOWED_OUT" -> end(seen.get(id), event, type);
            default -> {}
        }
    }

    /** A second agent's answer in the same visit does not end it again. */
    private static void end(Seen visit, Emitted event, String type) {
        if (visit.waits()) {
            visit.ended = event.occurredAt();
            visit.end = type;
        } else if (!(visit.answered() && "ANSWERED".equals(type))) {
            throw new AssertionError(event + " after " + visit.end);
        }
    }
}
