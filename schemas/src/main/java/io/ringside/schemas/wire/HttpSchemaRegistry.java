package io.ringside.schemas.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

import io.ringside.schemas.wire.RegistryTransport.Answer;
import io.ringside.schemas.wire.UndecodableRecordException.Reason;

/**
 * A registry with Confluent's REST API. Remembers nothing; {@link CachingSchemaRegistry} does.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">API reference</a>
 */
final class HttpSchemaRegistry implements SchemaRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_FOUND = 404;

    /** Confluent's 40401 to 40403: no such subject, version or schema; told apart from an address that is no registry. */
    private static final int NOT_FOUND_CODES = 404;

    private static final int SHOWN_CHARACTERS = 500;

    private static final String NO_REGISTRY =
            "there is no registry's API at this address (with Apicurio it ends in /apis/ccompat/v7)";

    private final RegistryTransport transport;

    HttpSchemaRegistry(RegistryTransport transport) {
        this.transport = transport;
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(
                "register " + schema.getFullName() + " under subject " + subject, path(subject) + "/versions", schema);
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return id("look " + schema.getFullName() + " up under subject " + subject, path(subject), schema);
    }

    @Override
    public Optional<Schema> schema(int id) {
        Answer answer = transport.send("GET", "/schemas/ids/" + id, Optional.empty());
        if (answer.status() == NOT_FOUND && json(answer).path("error_code").asInt() / 100 == NOT_FOUND_CODES) {
            return Optional.empty();
        }
        return Optional.of(avro(id, accepted("give schema " + id, answer, "schema")));
    }

    @Override
    public void setGlobalCompatibility(Compatibility level) {
        String body = body(Map.of("compatibility", level.name()));
        Answer answer = transport.send("PUT", "/config", Optional.of(body));
        // Confluent repeats the name it was asked with, Apicurio the one that a GET answers with.
        accepted("set the compatibility to " + level, answer, "compatibility", "compatibilityLevel");
    }

    private int id(String what, String path, Schema schema) {
        String body = body(Map.of("schema", SchemaText.of(schema)));
        return accepted(what, transport.send("POST", path, Optional.of(body)), "id")
                .get("id")
                .intValue();
    }

    private static Schema avro(int id, JsonNode answer) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!"AVRO".equals(type)) {
            throw new UndecodableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA, "Schema " + id + " is " + type + ", not Avro");
        }
        try {
            return SchemaText.parse(answer.get("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new UndecodableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA,
                    "Schema " + id + " cannot be read"
                            + (answer.path("references").isEmpty() ? "" : ", it refers to schemas elsewhere") + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** The answer, if it is a yes and has what was asked for, under one of these names. */
    private static JsonNode accepted(String what, Answer answer, String... names) {
        JsonNode json = json(answer);
        boolean yes = answer.status() >= OK
                && answer.status() < MULTIPLE_CHOICES
                && Stream.of(names).anyMatch(json::has);
        if (!yes) {
            throw new RegistryRefusedException(
                    answer.status(),
                    "Schema registry did not " + what + ": HTTP " + answer.status() + " from " + answer.url() + ": "
                            + (isElsewhere(answer, json) ? NO_REGISTRY : said(json, answer.body())));
        }
        return json;
    }

    /** Every registry gives its refusals a code. */
    private static boolean isElsewhere(Answer answer, JsonNode json) {
        return answer.status() == NOT_FOUND && !json.has("error_code");
    }

    private static String said(JsonNode json, String body) {
        String text = json.path("message").asText(body).strip();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // a page for people: not an answer of a registry
        }
    }

    private static String body(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }

    private static String path(String subject) {
        return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
