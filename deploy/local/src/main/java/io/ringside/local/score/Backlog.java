package io.ringside.local.score;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;

/** What was published and the app has not committed yet. */
final class Backlog {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Admin admin;
    private final String applicationId;
    private final Set<String> inputs;

    Backlog(Admin admin, String applicationId, String prefix) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.inputs = Topics.all().stream()
                .filter(topic -> topic.direction() == Topic.Direction.IN)
                .map(topic -> topic.name(prefix))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns when the app has committed this many records of the topics that lead in. */
    void awaitCommitted(long records, Standstill standstill, Progress progress) throws InterruptedException {
        long committed = committed();
        while (committed < records) {
            progress.at((double) committed / records);
            standstill.requireHope();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            long now = committed();
            if (now != committed) {
                standstill.moved();
            }
            committed = now;
        }
    }

    private long committed() throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return committed.entrySet().stream()
                    .filter(entry -> inputs.contains(entry.getKey().topic()) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException) {
                // The group is not there yet, or its coordinator moves: nothing is known, and a lasting fault is a
                // standstill.
                return 0;
            }
            throw new ScoringFailed(
                    "cannot see how far the app has come: " + e.getCause().getMessage(), e);
        }
    }
}
