package io.ringside.schemas.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpSchemaRegistryTest extends SchemaRegistryContract {
    private static final String NOBODY_LISTENS = "http://localhost:1";

    private final RegistryServer server = RegistryServer.start();
    private final SchemaRegistry registry = connect(server.url());

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Override
    SchemaRegistry registry() {
        return registry;
    }

    private static SchemaRegistry connect(String urls, String... more) {
        Map<String, Object> config = new HashMap<>(
                Map.of(RegistryConfig.URL, urls, RegistryConfig.RETRY_WAIT_MS, 1, RegistryConfig.RETRY_MAX_WAIT_MS, 1));
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return SchemaRegistry.connect(config);
    }

    @Test
    void eachSchemaAndEachIdIsAskedForOnce() {
        int id = registry.register(SUBJECT, FIRST);
        registry.register(SUBJECT, FIRST);
        SchemaRegistry reader = connect(server.url());
        reader.schema(id);
        reader.schema(id);

        assertThat(server.requests())
                .containsExactly("POST /subjects/calls%20of%20today-value/versions", "GET /schemas/ids/" + id);
    }

    @Test
    void aSchemaWhoseIdWasToldNeedNotBeAskedFor() {
        int id = registry.register(SUBJECT, FIRST);

        assertThat(registry.schema(id)).contains(FIRST);
        assertThat(server.requests()).containsExactly("POST /subjects/calls%20of%20today-value/versions");
    }

    @Test
    void anAddressThatDoesNotAnswerIsPassedOver() {
        SchemaRegistry twoAddresses = connect(NOBODY_LISTENS + "," + server.url());

        assertThat(twoAddresses.register(SUBJECT, FIRST)).isPositive();
    }

    @Test
    void aRegistryThatIsNotInOrderIsAskedAgain() {
        server.answerNext(503, "starting").answerNext(429, "").answerNext(500, "{\"error_code\":50002}");

        assertThat(registry.register(SUBJECT, FIRST)).isPositive();
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aRegistryThatStaysOutOfOrderIsUnreachable() {
        for (int i = 0; i < 4; i++) {
            server.answerNext(503, "down");
        }

        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> registry.schema(1))
                .withMessage(
                        "Schema registry cannot be reached for GET /schemas/ids/1: " + server.url() + ": HTTP 503");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aRegistryThatIsDownIsUnreachableAndItsPasswordStaysOutOfTheMessage() {
        SchemaRegistry down = connect("http://ringside:secret@localhost:1");

        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> down.schema(1))
                .withMessageContaining("http://localhost:1: connection refused")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }

    @Test
    void aRegistryThatComesBackIsUsedAgain() {
        for (int i = 0; i < 4; i++) {
            server.answerNext(503, "down");
        }
        assertThatExceptionOfType(RegistryUnreachableException.class).isThrownBy(() -> registry.schema(1));

        assertThat(registry.register(SUBJECT, FIRST)).isPositive();
    }

    @Test
    void aRefusalIsNotRetried() {
        server.answerNext(403, "{\"error_code\":40301,\"message\":\"read-only user\"}");

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> registry.register(SUBJECT, FIRST))
                .withMessageContaining("register test.Shift under subject " + SUBJECT)
                .withMessageEndingWith("read-only user");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAddressThatIsNoRegistryIsARefusalAndNotAMissingSchema() {
        SchemaRegistry wrongPath = connect(server.url() + "/wiki/");

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> wrongPath.schema(1))
                .withMessageContaining("HTTP 404 from " + server.url() + "/wiki/schemas/ids/1")
                .withMessageContaining("no registry");
    }

    @Test
    void aPageForPeopleIsNoAnswer() {
        server.answerNext(200, "<html>Please log in</html>");

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> registry.schema(1))
                .withMessageEndingWith("<html>Please log in</html>");
    }

    @Test
    void whatIsNoAvroSchemaIsIncompatible() {
        server.answerNext(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = 'proto3';\"}");

        assertThatExceptionOfType(UndecodableRecordException.class)
                .isThrownBy(() -> registry.schema(1))
                .withMessage("Schema 1 is PROTOBUF, not Avro")
                .satisfies(wrong ->
                        assertThat(wrong.reason()).isEqualTo(UndecodableRecordException.Reason.INCOMPATIBLE_SCHEMA));
    }

    @Test
    void apicurioNamesTheCompatibilityInItsOwnWay() {
        server.answerNext(200, "{\"compatibilityLevel\":\"FULL\"}");

        registry.setGlobalCompatibility(Compatibility.FULL);

        assertThat(server.requests()).containsExactly("PUT /config");
    }

    @Test
    void theUserOfTheConfigurationIsTheUser() {
        server.requireAuthorization("Basic cmluZ3NpZGU6czpjcmV0"); // ringside:s:cret

        SchemaRegistry known = connect(
                server.url(),
                RegistryConfig.BASIC_AUTH_SOURCE,
                "USER_INFO",
                RegistryConfig.BASIC_AUTH_USER_INFO,
                "ringside:s:cret");

        assertThat(known.register(SUBJECT, FIRST)).isPositive();
    }

    @Test
    void theUserInTheAddressIsTheUser() {
        server.requireAuthorization("Basic cmluZ3NpZGU6cytjcmV0"); // ringside:s+cret

        SchemaRegistry known = connect(server.url().replace("//", "//ringside:s%2Bcret@"));

        assertThat(known.register(SUBJECT, FIRST)).isPositive();
    }

    @Test
    void aUserWhoIsNotKnownIsRefused() {
        server.requireAuthorization("Basic somebody else");

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> registry.schema(1))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @Test
    void whatCannotBeUsedIsRefusedByName() {
        for (List<String> wrong : List.of(
                List.of(RegistryConfig.BASIC_AUTH_SOURCE, "SASL_INHERIT"),
                List.of(RegistryConfig.BASIC_AUTH_SOURCE, "USER_INFO"),
                List.of(RegistryConfig.MAX_RETRIES, "-1"),
                List.of("use.latest.version", "true"),
                List.of("specific.avro.reader", "false"),
                List.of("value.subject.name.strategy", "io.confluent.RecordNameStrategy"),
                List.of("schema.registry.ssl.truststore.location", "/nowhere.jks"),
                List.of("schema.registry.ssl.endpoint.identification.algorithm", ""))) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> connect("https://localhost", wrong.get(0), wrong.get(1)))
                    .withMessageContaining(wrong.get(0));
        }
    }

    @Test
    void anAddressThatCannotBeUsedIsRefusedWithoutShowingIt() {
        for (String wrong : List.of("localhost:8081", "ftp://me:secret@host", "http://", "mock://a,mock://b")) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> connect(wrong))
                    .withMessageContaining(RegistryConfig.URL)
                    .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
        }
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SchemaRegistry.connect(Map.of()))
                .withMessage("Missing required configuration \"schema.registry.url\"");
    }
}
