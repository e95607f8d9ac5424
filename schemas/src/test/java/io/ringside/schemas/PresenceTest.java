package io.ringside.schemas;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class PresenceTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void whatIsAwayIsAskedAgainAfterLongerAndLongerPausesAndSaysWhatIsWrong() throws InterruptedException {
        Deque<Optional<String>> answers = new ArrayDeque<>(List.of(
                Optional.of("unknown host"),
                Optional.of("connection refused"),
                Optional.of("connection refused"),
                Optional.empty()));
        Presence kafka = new Presence("Kafka at kafka:9092", answers::pop);

        kafka.await(pause -> {
            pauses.add(pause);
            said.add(kafka.absence().orElseThrow());
        });

        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(said)
                .containsExactly(
                        "Kafka at kafka:9092 does not answer: unknown host",
                        "Kafka at kafka:9092 does not answer: connection refused",
                        "Kafka at kafka:9092 does not answer: connection refused");
        assertThat(kafka.absence()).isEmpty();
    }

    @Test
    void nobodyWaitsForWhatIsThere() throws InterruptedException {
        new Presence("Kafka", Optional::empty).await(pauses::add);

        assertThat(pauses).isEmpty();
    }

    @Test
    void aRefusalIsNotWaitedFor() {
        Presence kafka = new Presence("Kafka", () -> {
            throw new KafkaException("wrong password");
        });

        assertThatThrownBy(() -> kafka.await(pauses::add)).hasMessage("wrong password");
        assertThat(pauses).isEmpty();
        assertThat(kafka.absence()).isEmpty();
    }

    /** In a cluster of containers, the name of one that does not run is not known. */
    @Test
    void aClusterWhoseNameIsNotKnownYetIsAwayAndNotWronglyConfigured() {
        Presence kafka = KafkaCluster.presence(
                Map.of("bootstrap.servers", "PLAINTEXT://kafka.invalid:9092, 127.0.0.1:1", "client.id", "test"));

        assertThatThrownBy(() -> kafka.await(pause -> {
                    said.add(kafka.absence().orElseThrow());
                    throw new InterruptedException("enough");
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(said)
                .containsExactly("Kafka at PLAINTEXT://kafka.invalid:9092, 127.0.0.1:1 does not answer: "
                        + "PLAINTEXT://kafka.invalid:9092 unknown host; 127.0.0.1:1 connection refused");
    }
}
