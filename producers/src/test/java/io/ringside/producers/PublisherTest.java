package io.ringside.producers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.RegistryUnreachableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublisherTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Emitted CALL = Emitted.of(CallEvent.newBuilder()
            .setEventId("e1")
            .setSource("acd")
            .setOccurredAt(NINE)
            .setContactId("c1")
            .setType(CallEventType.ENQUEUED)
            .setQueue("sales")
            .build());

    private final MockProducer<String, SpecificRecord> broker =
            new MockProducer<>(cluster(4), false, null, new StringSerializer(), (topic, value) -> new byte[1]);
    private final List<Duration> pauses = new ArrayList<>();
    private final Publisher publisher = new Publisher(broker, Topics.DEFAULT_PREFIX, this::pass, false);

    @Test
    void anEventGoesToItsTopicUnderItsKeyAndWithTheTimeOfSending() {
        publisher.accept(CALL);

        assertThat(broker.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("contact-center.calls.v1");
            assertThat(record.key()).isEqualTo("c1");
            assertThat(record.value()).isEqualTo(CALL.value());
            assertThat(record.timestamp()).isNull();
        });
    }

    @Test
    void onlyWhatIsPlayedInAfterwardsSaysSo() {
        publisher.accept(CALL);
        new Publisher(broker, Topics.DEFAULT_PREFIX, this::pass, true).accept(CALL);

        assertThat(broker.history())
                .extracting(record -> ReplayMark.isOn(record.headers()))
                .containsExactly(false, true);
    }

    @Test
    void onlyWhatTheBrokersAcknowledgedIsDelivered() {
        publisher.accept(CALL);
        publisher.accept(CALL);
        broker.completeNext();

        assertThat(publisher.delivered()).isEqualTo(1);
    }

    @Test
    void aHeartbeatReachesEveryPartition() {
        publisher.tell(new Heartbeat(NINE, "replay", true, null));

        assertThat(broker.history()).extracting(ProducerRecord::partition).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aFailedDeliveryIsThrownByWhateverComesNext() {
        publisher.accept(CALL);
        broker.errorNext(new RecordTooLargeException("10 MB"));

        assertThatThrownBy(() -> publisher.accept(CALL))
                .isInstanceOf(PublishingFailed.class)
                .hasMessage("an event for contact-center.calls.v1 was not delivered: 10 MB");
        assertThatThrownBy(publisher::flush).isInstanceOf(PublishingFailed.class);
        assertThatThrownBy(publisher::close).isInstanceOf(PublishingFailed.class);
        assertThat(broker.history()).hasSize(1);
    }

    @Test
    void aValueThatCannotBeWrittenIsThrownAtOnce() {
        broker.sendException = new SerializationException("no schema id");

        assertThatThrownBy(() -> publisher.accept(CALL)).isInstanceOf(PublishingFailed.class);
    }

    @Test
    void aRegistryThatIsAwayIsWaitedFor() {
        broker.sendException = new RegistryUnreachableException("connection refused", null);

        publisher.accept(CALL);

        assertThat(broker.history()).hasSize(1);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void closingAfterEverythingWasDeliveredSaysNothing() {
        publisher.accept(CALL);
        broker.completeNext();

        assertThatCode(publisher::close).doesNotThrowAnyException();
        assertThat(broker.closed()).isTrue();
    }

    /** The registry is back after the third pause. */
    private void pass(Duration pause) {
        pauses.add(pause);
        if (pauses.size() == 3) {
            broker.sendException = null;
        }
    }

    private static Cluster cluster(int partitions) {
        Node node = new Node(1, "localhost", 9092);
        List<PartitionInfo> heartbeats = IntStream.range(0, partitions)
                .mapToObj(at -> new PartitionInfo(
                        Topics.HEARTBEATS.name(Topics.DEFAULT_PREFIX), at, node, new Node[] {node}, new Node[] {node}))
                .toList();
        return new Cluster("cluster", List.of(node), heartbeats, Set.of(), Set.of());
    }
}
