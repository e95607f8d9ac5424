package io.ringside.schemas.wire;

import java.util.Arrays;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.RandomRecords;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.UndecodableRecordException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whatever bytes come: a record, or the one exception that makes them a dead letter. */
class AnyBytesTest {
    private static final String TOPIC = "any";

    private final SchemaRegistry registry = everySchema();
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry);

    private static SchemaRegistry everySchema() {
        SchemaRegistry registry = SchemaRegistry.inMemory();
        registry.setGlobalCompatibility(Compatibility.NONE);
        Topics.all().forEach(topic -> registry.register(SchemaRegistry.subject(TOPIC, false), topic.schema()));
        return registry;
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return RandomRecords.ofAnyTopic();
    }

    private AvroDeserializer<SpecificRecord> deserializerOf(SpecificRecord record) {
        return new AvroDeserializer<>(registry, typeOf(record));
    }

    @SuppressWarnings("unchecked")
    private static Class<SpecificRecord> typeOf(SpecificRecord record) {
        return (Class<SpecificRecord>) record.getClass();
    }

    /** The record, or null where the bytes are none. */
    private SpecificRecord decodedOrRefused(SpecificRecord like, byte[] bytes) {
        try {
            return deserializerOf(like).decode(bytes);
        } catch (UndecodableRecordException e) {
            assertThat(e.reason().label()).matches("[a-z_]+");
            assertThat(e.getMessage()).isNotBlank();
            return null;
        }
    }

    @Property
    void anyRecordIsReadAsItWasWritten(@ForAll("records") SpecificRecord record) {
        byte[] bytes = serializer.serialize(TOPIC, record);

        assertThat(deserializerOf(record).decode(bytes)).isEqualTo(record);
    }

    @Property
    void anyBytesChangedGiveARecordOrAReason(
            @ForAll("records") SpecificRecord record, @ForAll @IntRange(max = 10_000) int at, @ForAll byte changed) {
        byte[] bytes = serializer.serialize(TOPIC, record);
        bytes[at % bytes.length] = changed;

        SpecificRecord decoded = decodedOrRefused(record, bytes);

        assertThat(decoded).satisfiesAnyOf(none -> assertThat(none).isNull(), some -> assertThat(some)
                .hasSameClassAs(record));
    }

    @Property
    void aRecordThatIsCutAnywhereIsRefused(
            @ForAll("records") SpecificRecord record, @ForAll @IntRange(max = 10_000) int at) {
        byte[] bytes = serializer.serialize(TOPIC, record);

        assertThat(decodedOrRefused(record, Arrays.copyOf(bytes, at % bytes.length)))
                .isNull();
    }

    @Property
    void noiseBehindAHeaderGivesARecordOrAReason(
            @ForAll("records") SpecificRecord record,
            @ForAll @IntRange(min = 1, max = 11) byte schemaId,
            @ForAll byte[] noise) {
        byte[] bytes = new byte[AvroDeserializer.HEADER_BYTES + noise.length];
        bytes[AvroDeserializer.HEADER_BYTES - 1] = schemaId;
        System.arraycopy(noise, 0, bytes, AvroDeserializer.HEADER_BYTES, noise.length);

        SpecificRecord decoded = decodedOrRefused(record, bytes);

        assertThat(decoded).satisfiesAnyOf(none -> assertThat(none).isNull(), some -> assertThat(some)
                .hasSameClassAs(record));
    }

    @Property
    void noiseIsNoAvro(@ForAll byte[] noise) {
        Assume.that(noise.length == 0 || noise[0] != AvroDeserializer.MAGIC_BYTE);

        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> deserializerOf(new Heartbeat()).decode(noise))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_MAGIC_BYTE));
    }
}
