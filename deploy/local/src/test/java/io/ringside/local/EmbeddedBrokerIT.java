package io.ringside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EmbeddedBrokerIT {
    private static final TopicPartition CALLS = new TopicPartition("calls", 0);

    @TempDir
    private Path dataDir;

    @Test
    void aReaderOfCommittedRecordsSeesWhatWasCommittedAndNothingElse() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir)) {
            createCalls(broker);

            try (KafkaProducer<String, String> producer = transactionalProducer(broker)) {
                producer.initTransactions();
                send(producer, "a call");
                producer.commitTransaction();
                send(producer, "a call that was taken back");
                producer.abortTransaction();
                send(producer, "another call");
                producer.commitTransaction();
            }

            assertThat(committed(broker)).containsExactly("a call", "another call");
        }
    }

    @Test
    void topicsAndRecordsAreThereAgainAfterTheBrokerWasAway() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir)) {
            createCalls(broker);
            try (KafkaProducer<String, String> producer = transactionalProducer(broker)) {
                producer.initTransactions();
                send(producer, "before");
                producer.commitTransaction();

                broker.stop();
                assertThat(FreePort.isFree(broker.port())).isTrue();
                broker.start();

                send(producer, "after");
                producer.commitTransaction();
            }

            assertThat(committed(broker)).containsExactly("before", "after");
        }
    }

    @Test
    void aTakenPortIsAFailureThatNamesIt(@TempDir Path otherDir) {
        try (EmbeddedBroker first = EmbeddedBroker.start(dataDir)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(otherDir, first.port()))
                    .isInstanceOf(BrokerFailure.class)
                    .hasMessageStartingWith("the broker did not start on 127.0.0.1:" + first.port() + ": ")
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void aTopicIsNotCreatedByAskingForIt() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("calls"))
                            .allTopicNames()
                            .get())
                    .hasMessageContaining("UnknownTopicOrPartition");
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    private static void createCalls(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(CALLS.topic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, String> transactionalProducer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "calls"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(CALLS.topic(), value)).get();
    }

    private static List<String> committed(EmbeddedBroker broker) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(CALLS));
            consumer.seekToBeginning(List.of(CALLS));
            long end = consumer.endOffsets(List.of(CALLS)).get(CALLS);
            List<String> values = new ArrayList<>();
            while (consumer.position(CALLS) < end) {
                for (ConsumerRecord<String, String> consumed : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(consumed.value());
                }
            }
            return values;
        }
    }
}
