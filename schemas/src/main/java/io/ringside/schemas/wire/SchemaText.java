package io.ringside.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** A schema as the registry keeps it: as its author wrote it, without what Avro's code generator added. */
final class SchemaText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaText() {}

    /**
     * The schema as JSON, without {@code avro.java.string}. A generated class carries that property on every string; with
     * it, the schema would not be the one that a producer in another language, or a release pipeline, registers.
     */
    static String of(Schema schema) {
        try {
            return withoutStringType(JSON.readTree(schema.toString())).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote a schema that is not JSON: " + schema, e);
        }
    }

    /**
     * The schema that a text says.
     *
     * @throws org.apache.avro.AvroRuntimeException if it says none
     */
    static Schema parse(String text) {
        return new Schema.Parser().parse(text);
    }

    private static JsonNode withoutStringType(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean removed = object.remove(GenericData.STRING_PROP) != null;
            if (removed && object.size() == 1) {
                return object.get("type");
            }
            object.properties().forEach(entry -> entry.setValue(withoutStringType(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutStringType(array.get(i)));
            }
        }
        return node;
    }
}
