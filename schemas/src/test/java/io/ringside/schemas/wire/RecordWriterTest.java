package io.ringside.schemas.wire;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a writer writes of a value is the record that it stands for, in any format. */
class RecordWriterTest {
    private static final String TOPIC = "watermarks";

    /** How far a stage is on a partition. */
    private record Mark(String stage, int partition, Instant asOf) {
        void write(Encoder out) throws IOException {
            out.writeString(stage);
            out.writeInt(partition);
            out.writeLong(asOf.toEpochMilli());
            out.writeLong(asOf.toEpochMilli());
        }

        Watermark record() {
            return new Watermark(stage, partition, asOf, asOf);
        }
    }

    /** A format that takes records alone. */
    private record OfRecords(WireFormat format) implements WireFormat {
        @Override
        public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
            return format.serde(type);
        }

        @Override
        public void prepare(Topic<?> topic, String prefix) {
            format.prepare(topic, prefix);
        }
    }

    static Stream<WireFormat> formats() {
        WireFormat ours = WireFormat.open(Map.of(RegistryConfig.URL, "mock://writers"));
        return Stream.of(ours, new OfRecords(ours));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itsBytesAreThoseOfTheRecord(WireFormat format) {
        Mark mark = new Mark("kpis", 3, Instant.ofEpochMilli(1_767_225_600_123L));
        Serializer<Watermark> records = format.serde(Watermark.class).serializer();

        assertThat(format.serializer(Topics.WATERMARKS, Mark::write).serialize(TOPIC, mark))
                .isEqualTo(records.serialize(TOPIC, mark.record()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noValueIsATombstone(WireFormat format) {
        assertThat(format.serializer(Topics.WATERMARKS, Mark::write).serialize(TOPIC, null))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aValueThatIsNoSuchRecordIsNotWrittenAndLeavesNothingBehind(WireFormat format) {
        Serializer<Mark> marks = format.serializer(Topics.WATERMARKS, Mark::write);
        Mark whole = new Mark("kpis", 3, Instant.EPOCH);
        byte[] bytes = marks.serialize(TOPIC, whole);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> marks.serialize(TOPIC, new Mark("kpis", 3, null)))
                .withMessageContaining("Watermark");
        assertThat(marks.serialize(TOPIC, whole)).isEqualTo(bytes);
    }
}
