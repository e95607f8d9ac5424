package io.ringside.schemas.wire;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;

/**
 * What a consumer or producer in any language needs to know: an AsyncAPI document of all topics, and beside it each
 * record's schema in one file, as a registry keeps it.
 */
final class ContractFiles {
    static final String DOCUMENT = "asyncapi.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writer(new Printer());

    private ContractFiles() {}

    /** The text of each file by its name. */
    static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        files.put(DOCUMENT, pretty(AsyncApiDocument.of(Topics.all())));
        for (Topic<?> topic : Topics.all()) {
            files.put(fileOf(topic), schemaOf(topic));
        }
        return files;
    }

    static String fileOf(Topic<?> topic) {
        return topic.value().getSimpleName() + ".avsc";
    }

    /** The schema of a topic's record, with all types that it uses. */
    static String schemaOf(Topic<?> topic) {
        try {
            return pretty(JSON.readTree(SchemaText.of(topic.schema())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pretty(JsonNode node) {
        try {
            return PRETTY.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two spaces, line feeds on every system, and arrays of words on one line. */
    private static final class Printer extends DefaultPrettyPrinter {
        private static final long serialVersionUID = 1L;

        private Printer() {
            _objectIndenter = new DefaultIndenter("  ", "\n");
            _objectFieldValueSeparatorWithSpaces = ": ";
        }

        @Override
        public DefaultPrettyPrinter createInstance() {
            return new Printer();
        }
    }
}
