package io.ringside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.producers.simulator.Center;
import io.ringside.producers.simulator.Scenario;
import io.ringside.producers.simulator.Simulation;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.AvroDeserializer;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PublishingIT {
    private static final int PARTITIONS = 4;
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path dataDir;

    private final List<Emitted> hour = Simulation.until(
                    Scenario.of(Center.berlinAndLisbon(), 1, TEN), TEN.plus(Duration.ofHours(1)))
            .toList();

    @Test
    void everyEventArrivesOnceAndInOrderThoughTheBrokerGoesAway() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir)) {
            new MissingTopics(Topics.DEFAULT_PREFIX, PARTITIONS).create(client(broker), Topics.all());
            int half = hour.size() / 2;
            try (Publisher publisher = new Publisher(client(broker), Topics.DEFAULT_PREFIX)) {
                hour.subList(0, half).forEach(publisher);
                publisher.flush();
                broker.stop();
                CompletableFuture<Void> rest = CompletableFuture.runAsync(
                        () -> hour.subList(half, hour.size()).forEach(publisher));
                broker.start();
                rest.get(60, TimeUnit.SECONDS);
                publisher.flush();

                assertThat(publisher.delivered()).isEqualTo(hour.size());
            }

            assertThat(byKey(consumed(broker), ConsumerRecord::key, ConsumerRecord::value))
                    .isEqualTo(byKey(hour, Emitted::key, Emitted::value));
        }
    }

    @Test
    void topicsAreCreatedWhenTheBrokerComesUpAtLast() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir)) {
            broker.stop();
            CompletableFuture<Void> created = CompletableFuture.runAsync(() -> createTopics(broker));

            broker.start();
            created.get(60, TimeUnit.SECONDS);

            try (KafkaConsumer<String, SpecificRecord> consumer = consumer(broker)) {
                assertThat(consumer.partitionsFor(Topics.CALLS.name(Topics.DEFAULT_PREFIX)))
                        .hasSize(PARTITIONS);
                assertThat(consumer.partitionsFor(Topics.WATERMARKS.name(Topics.DEFAULT_PREFIX)))
                        .hasSize(1);
            }
        }
    }

    private static void createTopics(EmbeddedBroker broker) {
        try {
            new MissingTopics(Topics.DEFAULT_PREFIX, PARTITIONS).create(client(broker), Topics.all());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> client(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", "mock://publishing");
    }

    private static KafkaConsumer<String, SpecificRecord> consumer(EmbeddedBroker broker) {
        AvroDeserializer<SpecificRecord> values = new AvroDeserializer<>();
        values.configure(client(broker), false);
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringDeserializer(), values);
    }

    private static List<ConsumerRecord<String, SpecificRecord>> consumed(EmbeddedBroker broker) {
        try (KafkaConsumer<String, SpecificRecord> consumer = consumer(broker)) {
            List<TopicPartition> partitions =
                    List.of(Topics.CALLS, Topics.CHATS, Topics.TICKETS, Topics.SURVEYS, Topics.AGENTS).stream()
                            .flatMap(topic -> consumer.partitionsFor(topic.name(Topics.DEFAULT_PREFIX)).stream())
                            .map(at -> new TopicPartition(at.topic(), at.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, SpecificRecord>> records = new ArrayList<>();
            while (records.size() < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    /** The values under each key and of each kind, in their order; a contact's survey travels on a topic of its own. */
    private static <T> Map<String, List<SpecificRecord>> byKey(
            List<T> items, Function<T, String> key, Function<T, SpecificRecord> value) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> value.apply(item).getSchema().getName() + " " + key.apply(item),
                        Collectors.mapping(value, Collectors.toList())));
    }
}
