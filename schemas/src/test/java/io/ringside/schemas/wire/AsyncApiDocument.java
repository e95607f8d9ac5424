package io.ringside.schemas.wire;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topic.Direction;
import io.ringside.schemas.Topic.Partitioning;
import io.ringside.schemas.Topics;

/**
 * The topic catalogue as an AsyncAPI 3 document.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0.0</a>
 * @see <a href="https://github.com/asyncapi/bindings/tree/master/kafka">Kafka bindings 0.5.0</a>
 */
final class AsyncApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BINDING_VERSION = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";

    private AsyncApiDocument() {}

    static ObjectNode of(List<? extends Topic<?>> topics) {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Ringside")
                .put("version", "1")
                .put(
                        "description",
                        "Topics that lead into Ringside (receive) and out of it (send). Names begin with a prefix, "
                                + Topics.DEFAULT_PREFIX
                                + " unless configured otherwise. Values are Avro in Confluent's wire format, keys"
                                + " UTF-8 texts. Topics without a number of partitions share one that is configured. Read with"
                                + " isolation.level=read_committed.");
        document.put("defaultContentType", "avro/binary");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic<?> topic : topics) {
            channels.set(topic.noun(), channel(topic));
            operations.set(topic.noun(), operation(topic));
        }
        return document;
    }

    private static ObjectNode channel(Topic<?> topic) {
        ObjectNode channel = JSON.createObjectNode().put("address", topic.name(Topics.DEFAULT_PREFIX));
        channel.put("description", topic.schema().getDoc());
        channel.putObject("messages").set(topic.value().getSimpleName(), message(topic));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        if (topic.partitioning() == Partitioning.SINGLE) {
            kafka.put("partitions", 1);
        }
        kafka.set("topicConfiguration", configuration(topic.config()));
        kafka.put("bindingVersion", BINDING_VERSION);
        return channel;
    }

    private static ObjectNode message(Topic<?> topic) {
        ObjectNode message = JSON.createObjectNode();
        if (Topics.sources().contains(topic)) {
            message.set("headers", headers());
        }
        ObjectNode payload = message.putObject("payload").put("schemaFormat", AVRO);
        payload.putObject("schema").put("$ref", ContractFiles.fileOf(topic));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", topic.key());
        kafka.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "4")
                .put("schemaLookupStrategy", "TopicNameStrategy")
                .put("bindingVersion", BINDING_VERSION);
        return message;
    }

    private static ObjectNode headers() {
        ObjectNode headers = JSON.createObjectNode().put("type", "object");
        headers.putObject("properties")
                .putObject(ReplayMark.HEADER)
                .put("type", "string")
                .put(
                        "description",
                        "true for an event that is played in afterwards, from a file or a backup: a closed window that it"
                                + " changes is stated again with cause replay.")
                .putArray("enum")
                .add("true");
        return headers;
    }

    private static ObjectNode configuration(Map<String, String> config) {
        ObjectNode node = JSON.createObjectNode();
        node.putArray("cleanup.policy").add(config.get("cleanup.policy"));
        if (config.containsKey("retention.ms")) {
            node.put("retention.ms", Long.parseLong(config.get("retention.ms")));
        }
        return node;
    }

    private static ObjectNode operation(Topic<?> topic) {
        ObjectNode operation =
                JSON.createObjectNode().put("action", topic.direction() == Direction.IN ? "receive" : "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.noun());
        return operation;
    }
}
