package io.ringside.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.ringside.App;
import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;

/**
 * How long after it was sent an event is in the figures: in the scorecards topic as committed, and in {@code /metrics}.
 * Calls of four events each come evenly; the wait of each call's first event is taken, from its sending until the
 * queue's count of offered contacts has come to it.
 */
final class Latency {
    private static final int QUEUES = 20;
    private static final int EVENTS_A_CALL = 4;

    private final Ground ground;
    private final int rate;
    private final Duration warmUp;
    private final Duration length;

    /**
     * @param rate events a second
     * @param warmUp what is sent first and not measured
     */
    Latency(Ground ground, int rate, Duration warmUp, Duration length) {
        this.ground = ground;
        this.rate = rate;
        this.warmUp = warmUp;
        this.length = length;
    }

    String measure() throws InterruptedException {
        Map<String, List<Long>> sent = new ConcurrentHashMap<>();
        try (App app = App.start(ground.app("bench-" + UUID.randomUUID()));
                OfferedInTopic topic = OfferedInTopic.start(ground);
                OfferedInMetrics metrics = OfferedInMetrics.start(app);
                Publisher publisher = ground.publisher()) {
            while (!app.isReady()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            String run = "latency" + UUID.randomUUID().toString().substring(0, 8);
            send(publisher, run + "-warm", warmUp, new ConcurrentHashMap<>());
            send(publisher, run, length, sent);
            topic.awaitAll(sent);
            metrics.awaitAll(sent);
            return String.format(
                            Locale.ROOT,
                            "Latency at %,d events/s over %d s, %d queues: event sent until in the figures%n",
                            rate,
                            length.toSeconds(),
                            QUEUES)
                    + line("scorecards topic, read committed", topic.latencies(sent))
                    + line("/metrics", metrics.latencies(sent));
        }
    }

    private void send(Publisher publisher, String run, Duration length, Map<String, List<Long>> sent) {
        long calls = length.toSeconds() * rate / EVENTS_A_CALL;
        long pause = TimeUnit.SECONDS.toNanos(EVENTS_A_CALL) / rate;
        long next = System.nanoTime();
        for (long call = 0; call < calls; call++) {
            String queue = run + "-" + call % QUEUES;
            String contact = run + "-" + call;
            sent.computeIfAbsent(queue, q -> Collections.synchronizedList(new ArrayList<>()))
                    .add(System.nanoTime());
            Instant now = Instant.now();
            publisher.accept(Emitted.of(
                    event(contact, CallEventType.ENQUEUED, now).setQueue(queue).build()));
            publisher.accept(Emitted.of(event(contact, CallEventType.ANSWERED, now)
                    .setAgent("agent-" + call % 100)
                    .build()));
            publisher.accept(
                    Emitted.of(event(contact, CallEventType.TALK_ENDED, now).build()));
            publisher.accept(
                    Emitted.of(event(contact, CallEventType.WRAPPED_UP, now).build()));
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private static CallEvent.Builder event(String contact, CallEventType type, Instant at) {
        return CallEvent.newBuilder()
                .setEventId(contact + "-" + type)
                .setOccurredAt(at)
                .setSource("bench")
                .setContactId(contact)
                .setType(type);
    }

    private static String line(String where, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "  %-34s p50 %4d ms   p95 %4d ms   p99 %4d ms   max %4d ms   (%,d calls; asked: p99 <= 1,000 ms)%n",
                where,
                percentile(sorted, 0.50),
                percentile(sorted, 0.95),
                percentile(sorted, 0.99),
                percentile(sorted, 1),
                sorted.size());
    }

    private static long percentile(List<Long> sorted, double q) {
        return TimeUnit.NANOSECONDS.toMillis(sorted.get((int) Math.ceil(q * sorted.size()) - 1));
    }
}
