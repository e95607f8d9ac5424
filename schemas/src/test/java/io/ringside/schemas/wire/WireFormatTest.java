package io.ringside.schemas.wire;

import java.time.Instant;
import java.util.Map;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WireFormatTest {
    private static final Heartbeat HEARTBEAT = new Heartbeat(Instant.ofEpochMilli(1), "me", false, null);

    @Test
    void oursIsUsedUnlessAnotherIsAskedFor() {
        WireFormat format = WireFormat.open(Map.of(RegistryConfig.URL, "mock://formats"));
        Serde<Heartbeat> serde = format.serde(Heartbeat.class);

        byte[] bytes = serde.serializer().serialize("heartbeats", HEARTBEAT);

        assertThat(serde.deserializer().deserialize("heartbeats", bytes)).isEqualTo(HEARTBEAT);
    }

    @Test
    void itsSerdesShareWhatIsConfigured() {
        WireFormat format = WireFormat.open(Map.of(
                RegistryConfig.URL,
                "mock://careful",
                RegistryConfig.AUTO_REGISTER,
                false,
                WireFormat.PROPERTY,
                "ringside"));

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> format.serde(Heartbeat.class).serializer().serialize("heartbeats", HEARTBEAT));
    }

    @Test
    void aFormatThatMayNotRegisterPreparesForWhatOthersWriteAndAsksForWhatItWrites() {
        WireFormat format = WireFormat.open(
                Map.of(RegistryConfig.URL, "mock://prepared-carefully", RegistryConfig.AUTO_REGISTER, false));

        format.prepare(Topics.CALLS, "");

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> format.prepare(Topics.SCORECARDS, ""))
                .withMessageContaining("scorecards.v1-value");
    }

    @Test
    void aFormatThatMayRegisterDoesSoWhenItPrepares() {
        WireFormat.open(Map.of(RegistryConfig.URL, "mock://prepared")).prepare(Topics.CALLS, "");

        assertThat(MockRegistries.at("mock://prepared").lookUp("calls.v1-value", Topics.CALLS.schema()))
                .isEqualTo(1);
    }

    @Test
    void aFormatThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> WireFormat.open(Map.of(WireFormat.PROPERTY, "protobuf")))
                .withMessageContaining("wire.format")
                .withMessageContaining("ringside");
    }
}
