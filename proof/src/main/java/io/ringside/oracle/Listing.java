package io.ringside.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.ringside.schemas.events.QueueSnapshot;

/**
 * Whom a source saw waiting in one of its queues at a moment, epoch milliseconds.
 *
 * @param names of contacts, or of their visits: {@code contact} or {@code contact/visit}
 */
record Listing(long at, String source, String channel, String queue, List<String> names) {

    static Listing of(QueueSnapshot snapshot) {
        return new Listing(
                snapshot.getOccurredAt().toEpochMilli(),
                snapshot.getSource(),
                snapshot.getChannel().name().toLowerCase(Locale.ROOT),
                snapshot.getQueue(),
                snapshot.getWaiting().stream()
                        .map(one -> one.getContactId() + (one.getVisitId() == null ? "" : "/" + one.getVisitId()))
                        .toList());
    }

    /** Whether it is about the queue that a contact was put into by the same source. */
    boolean isOf(Heard enqueued) {
        return source.equals(enqueued.source()) && channel.equals(enqueued.channel()) && queue.equals(enqueued.queue());
    }

    boolean names(Heard enqueued) {
        return names.contains(enqueued.about()) || names.contains(enqueued.about() + "/" + enqueued.part());
    }

    @Override
    public String toString() {
        return Instant.ofEpochMilli(at) + " " + channel + " queue=" + queue + " waiting=" + names;
    }
}
