package io.ringside.schemas.wire;

import java.time.Instant;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.UndecodableRecordException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AvroSerdeTest {
    private static final String TOPIC = "contact-center.calls.v1";
    private static final CallEvent ENQUEUED = CallEvent.newBuilder()
            .setEventId("e-1")
            .setOccurredAt(Instant.ofEpochMilli(1_767_225_600_123L))
            .setSource("telephones")
            .setContactId("c-1")
            .setType(CallEventType.ENQUEUED)
            .setQueue("sales")
            .build();

    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final AvroSerializer<CallEvent> serializer = new AvroSerializer<>(registry);
    private final AvroDeserializer<CallEvent> deserializer = new AvroDeserializer<>(registry, CallEvent.class);

    private static Reason reasonFor(AvroDeserializer<?> deserializer, byte[] bytes) {
        try {
            return unexpected(deserializer.decode(bytes));
        } catch (UndecodableRecordException e) {
            return e.reason();
        }
    }

    private static Reason unexpected(Object decoded) {
        throw new AssertionError("Decoded, and should not: " + decoded);
    }

    private Reason reasonFor(byte... bytes) {
        return reasonFor(deserializer, bytes);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(deserializer.decode(serializer.serialize(TOPIC, ENQUEUED))).isEqualTo(ENQUEUED);
    }

    @Test
    void theWireFormatIsConfluents() {
        AvroSerializer<Heartbeat> heartbeats = new AvroSerializer<>(registry);
        Heartbeat heartbeat = new Heartbeat(Instant.ofEpochMilli(1), "me", true, null);

        assertThat(heartbeats.serialize("heartbeats", heartbeat)).containsExactly(0, 0, 0, 0, 1, 2, 4, 'm', 'e', 1, 0);
    }

    @Test
    void schemasAreRegisteredUnderTheTopicsName() {
        serializer.serialize(TOPIC, ENQUEUED);

        assertThat(registry.lookUp(TOPIC + "-value", CallEvent.getClassSchema()))
                .isEqualTo(1);
    }

    @Test
    void kafkaMakesSerializersByNameAndConfiguresThem() {
        Map<String, ?> config = Map.of(RegistryConfig.URL, "mock://by-name");
        try (AvroSerde<CallEvent> configured = new AvroSerde<>()) {
            configured.configure(config, true);
            byte[] bytes = configured.serializer().serialize(TOPIC, ENQUEUED);

            assertThat(configured.deserializer().deserialize(TOPIC, bytes)).isEqualTo(ENQUEUED);
            assertThat(SchemaRegistry.connect(config).lookUp(TOPIC + "-key", CallEvent.getClassSchema()))
                    .isEqualTo(1);
        }
    }

    @Test
    void theClassToReadIntoCanBeConfigured() {
        try (AvroDeserializer<Heartbeat> heartbeats = new AvroDeserializer<>()) {
            heartbeats.configure(
                    Map.of(RegistryConfig.URL, "mock://typed", RegistryConfig.VALUE_TYPE, Heartbeat.class.getName()),
                    false);
            AvroSerializer<CallEvent> calls =
                    new AvroSerializer<>(SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://typed")));

            assertThat(reasonFor(heartbeats, calls.serialize(TOPIC, ENQUEUED))).isEqualTo(Reason.INCOMPATIBLE_SCHEMA);
        }
    }

    @Test
    void withoutAutoRegistrationTheSchemaMustBeThere() {
        SchemaRegistry known = SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://prepared"));
        try (AvroSerializer<CallEvent> careful = new AvroSerializer<>(known)) {
            careful.configure(Map.of(RegistryConfig.AUTO_REGISTER, "false"), false);
            assertThatExceptionOfType(RegistryRefusedException.class)
                    .isThrownBy(() -> careful.serialize(TOPIC, ENQUEUED))
                    .withMessageContaining(TOPIC + "-value");

            known.register(TOPIC + "-value", CallEvent.getClassSchema());
            assertThat(careful.serialize(TOPIC, ENQUEUED)).isNotEmpty();
        }
    }

    @Test
    void noValueIsATombstoneForKafkaAndNoRecordForUs() {
        assertThat(serializer.serialize(TOPIC, null)).isNull();
        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
        assertThat(reasonFor((byte[]) null)).isEqualTo(Reason.NO_VALUE);
    }

    @Test
    void whatIsNotAvroIsKnownByItsFirstByte() {
        assertThat(reasonFor()).isEqualTo(Reason.NO_MAGIC_BYTE);
        assertThat(reasonFor("{\"queue\":\"sales\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NO_MAGIC_BYTE);
    }

    @Test
    void bytesThatEndTooEarlyOrTooLateAreRefused() {
        byte[] bytes = serializer.serialize(TOPIC, ENQUEUED);

        assertThat(reasonFor((byte) 0, (byte) 0)).isEqualTo(Reason.TRUNCATED);
        assertThat(reasonFor(java.util.Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(Reason.TRUNCATED);
        assertThat(reasonFor(java.util.Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo(Reason.TRAILING_BYTES);
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsAnUnknownSchema() {
        assertThat(reasonFor((byte) 0, (byte) 0, (byte) 0, (byte) 9, (byte) 9)).isEqualTo(Reason.UNKNOWN_SCHEMA);
        assertThat(reasonFor((byte) 0, (byte) -1, (byte) -1, (byte) -1, (byte) -1))
                .isEqualTo(Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void anUnknownSchemaIsReadOnceItIsRegistered() {
        byte[] bytes = serializer.serialize(TOPIC, ENQUEUED);
        SchemaRegistry later = SchemaRegistry.inMemory();
        AvroDeserializer<CallEvent> early = new AvroDeserializer<>(later, CallEvent.class);
        assertThat(reasonFor(early, bytes)).isEqualTo(Reason.UNKNOWN_SCHEMA);

        later.register(TOPIC + "-value", CallEvent.getClassSchema());

        assertThat(early.decode(bytes)).isEqualTo(ENQUEUED);
    }

    @Test
    void aSchemaWithoutAClassIsIncompatibleWhereNoClassIsAskedFor() {
        Schema stranger = SchemaRegistryContract.FIRST;
        SchemaRegistry known = SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://strangers"));
        int id = known.register("strangers-value", stranger);
        try (AvroDeserializer<CallEvent> any = new AvroDeserializer<>()) {
            any.configure(Map.of(RegistryConfig.URL, "mock://strangers"), false);

            assertThat(reasonFor(any, new byte[] {0, 0, 0, 0, (byte) id, 0})).isEqualTo(Reason.INCOMPATIBLE_SCHEMA);
        }
    }

    @Test
    void aRecordThatIsNotWhatItsSchemaSaysIsNotWritten() {
        CallEvent withoutQueue = CallEvent.newBuilder(ENQUEUED).build();
        withoutQueue.put("contactId", null);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize(TOPIC, withoutQueue))
                .withMessageContaining("contactId");
    }
}
