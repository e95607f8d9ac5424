package io.ringside.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.AvroDeserializer;
import io.ringside.schemas.wire.AvroSerializer;
import io.ringside.schemas.wire.RegistryConfig;
import io.ringside.schemas.wire.RegistryRefusedException;
import io.ringside.schemas.wire.RegistryUnreachableException;
import io.ringside.schemas.wire.SchemaRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Our wire format and registry client against a real registry. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SchemasInApicurioIT {
    private static final Heartbeat NINE_O_CLOCK = Heartbeat.newBuilder()
            .setAt(Instant.parse("2026-03-02T09:00:00Z"))
            .setSource("test")
            .build();

    @TempDir
    private static Path stateDir;

    private static RegistryProcess registry;

    @BeforeAll
    static void startRegistry() {
        registry = RegistryProcess.start(stateDir);
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
    }

    @Test
    void everySchemaOfTheCatalogueIsTakenAndGivenBack() {
        SchemaRegistry client = client();
        for (Topic<? extends SpecificRecord> topic : Topics.all()) {
            String subject = SchemaRegistry.subject(topic.name(Topics.DEFAULT_PREFIX), false);

            int id = client.register(subject, topic.schema());

            assertThat(client().schema(id)).as(subject).contains(published(topic.schema()));
            assertThat(client().lookUp(subject, topic.schema())).as(subject).isEqualTo(id);
        }
    }

    @Test
    void whatAProducerWroteAConsumerReads() {
        try (AvroSerializer<Heartbeat> serializer = serializer();
                AvroDeserializer<Heartbeat> deserializer = deserializer()) {
            byte[] bytes = serializer.serialize("read-back", NINE_O_CLOCK);

            assertThat(deserializer.deserialize("read-back", bytes)).isEqualTo(NINE_O_CLOCK);
        }
    }

    @Test
    void aSchemaThatReadersOfTheFirstVersionCannotReadIsRefusedBySubjectAndReason() {
        SchemaRegistry client = client();
        client.register("ratings-value", rating("points", "int"));

        assertThatThrownBy(() -> client.register("ratings-value", rating("stars", "string")))
                .isInstanceOfSatisfying(RegistryRefusedException.class, refused -> assertThat(refused.status())
                        .isEqualTo(409))
                .hasMessageContaining("ratings-value")
                .hasMessageContaining("ompatib");
    }

    @Test
    void whileTheRegistryIsAwayKnownSchemasServeAndNewOnesWait() {
        try (AvroSerializer<Heartbeat> serializer = serializer()) {
            byte[] before = serializer.serialize("known", NINE_O_CLOCK);
            registry.kill();
            try {
                assertThat(serializer.serialize("known", NINE_O_CLOCK)).isEqualTo(before);
                assertThatThrownBy(() -> serializer.serialize("new", NINE_O_CLOCK))
                        .isInstanceOf(RegistryUnreachableException.class)
                        .hasMessageContaining(registry.url());
            } finally {
                registry.start();
            }

            assertThat(deserializer().deserialize("new", serializer.serialize("new", NINE_O_CLOCK)))
                    .isEqualTo(NINE_O_CLOCK);
        }
    }

    /** Without the note that strings are Java strings here, which is nobody else's business. */
    private static Schema published(Schema schema) {
        return new Schema.Parser()
                .parse(schema.toString()
                        .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                        .replace(",\"avro.java.string\":\"String\"", ""));
    }

    private static Schema rating(String field, String type) {
        return SchemaBuilder.record("Rating")
                .fields()
                .name(field)
                .type(type)
                .noDefault()
                .endRecord();
    }

    private static SchemaRegistry client() {
        return SchemaRegistry.connect(config());
    }

    private static AvroSerializer<Heartbeat> serializer() {
        AvroSerializer<Heartbeat> serializer = new AvroSerializer<>();
        serializer.configure(config(), false);
        return serializer;
    }

    private static AvroDeserializer<Heartbeat> deserializer() {
        AvroDeserializer<Heartbeat> deserializer = new AvroDeserializer<>();
        deserializer.configure(config(), false);
        return deserializer;
    }

    private static Map<String, String> config() {
        return Map.of(RegistryConfig.URL, registry.url());
    }
}
