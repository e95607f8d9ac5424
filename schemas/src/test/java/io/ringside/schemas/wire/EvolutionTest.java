package io.ringside.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;
import io.ringside.schemas.wire.UndecodableRecordException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Producers of other versions than ours. */
class EvolutionTest {
    private static final String TODAY = SchemaText.of(AgentEvent.getClassSchema());
    private static final String REASON = "{\"name\":\"reason\",\"type\":[\"null\",\"string\"],";

    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final AvroDeserializer<AgentEvent> deserializer = new AvroDeserializer<>(registry, AgentEvent.class);

    private static String today(String part, String becomes) {
        assertThat(TODAY).contains(part);
        return TODAY.replace(part, becomes);
    }

    private AgentEvent read(String writersSchema, String state) throws IOException {
        Schema writer = SchemaText.parse(writersSchema);
        GenericRecordBuilder event = new GenericRecordBuilder(writer);
        event.set("occurredAt", 1_000L);
        event.set("state", new GenericData.EnumSymbol(writer.getField("state").schema(), state));
        writer.getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.STRING)
                .forEach(field -> event.set(field, field.name()));
        return deserializer.decode(bytes(event.build(), registry.register("agents-value", writer)));
    }

    private static byte[] bytes(GenericRecord record, int id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                ByteBuffer.allocate(AvroDeserializer.HEADER_BYTES).putInt(1, id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return out.toByteArray();
    }

    @Test
    void aFieldThatCameLaterIsPassedOver() throws IOException {
        String later = today(
                REASON,
                "{\"name\":\"mood\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[\"calm\"]},"
                        + REASON);

        AgentEvent event = read(later, "BREAK");

        assertThat(event.getState()).isEqualTo(AgentState.BREAK);
        assertThat(event.getReason()).isNull();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void aFieldThatAnEarlierProducerDidNotKnowHasItsDefault() throws IOException {
        String earlier = today("," + REASON + "\"doc\":\"Why, for example the kind of break.\",\"default\":null}", "");

        assertThat(read(earlier, "BREAK").getReason()).isNull();
        assertThat(read(earlier, "BREAK").getAgent()).isEqualTo("agent");
    }

    @Test
    void aSymbolThatCameLaterIsUnknown() throws IOException {
        assertThat(read(today("\"BACK_OFFICE\"", "\"BACK_OFFICE\",\"ON_THE_MOON\""), "ON_THE_MOON")
                        .getState())
                .isEqualTo(AgentState.UNKNOWN);
    }

    @Test
    void aProducerWithoutARequiredFieldIsIncompatible() {
        String stranger = today("\"name\":\"agent\",", "\"name\":\"person\",");

        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> read(stranger, "BREAK"))
                .withMessageContaining("AgentEvent written with schema 1")
                .withMessageContaining("agent")
                .satisfies(wrong -> assertThat(wrong.reason()).isEqualTo(Reason.INCOMPATIBLE_SCHEMA));
    }

    @Test
    void aProducerThatNamesTheRecordInItsOwnWayIsReadByItsFields() throws IOException {
        String named = today("\"name\":\"AgentEvent\"", "\"name\":\"StateChanged\"");

        assertThat(read(named, "BREAK").getAgent()).isEqualTo("agent");
    }
}
