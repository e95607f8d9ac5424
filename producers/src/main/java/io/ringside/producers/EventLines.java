package io.ringside.producers;

import java.io.BufferedReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;

/**
 * Events as text, one to a line, easy to write by hand:
 *
 * <pre>
 * # A caller who waited eight seconds.
 * {"topic":"calls","occurredAt":"2026-03-02T09:00:00Z","contactId":"c1","type":"ENQUEUED","queue":"sales"}
 * {"topic":"calls","occurredAt":"2026-03-02T09:00:08Z","contactId":"c1","type":"ANSWERED","agent":"ana"}
 * </pre>
 *
 * <p>A line is a JSON object: {@code topic}, the topic's noun, and the fields of its record under their own names. Times are ISO 8601. A field
 * that only says its default is left out. Two more may be: {@code source}, which is then the name given here, and {@code eventId}, which is then that name
 * and the number of the line. Blank lines, and lines that begin with {@code #}, are not read.
 */
public final class EventLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final Map<String, Topic<? extends SpecificRecord>> TOPICS = eventTopics();

    private final String source;

    /**
     * @param source the {@code source} of events whose line names none
     */
    public EventLines(String source) {
        this.source = source;
    }

    /** The line for an event, without a line break. */
    public static String write(Emitted event) {
        ObjectNode line = JSON.createObjectNode().put("topic", event.topic().noun());
        RecordJson.write(event.value(), line);
        return line.toString();
    }

    /**
     * The events in a text, read as the stream is consumed. Closing the reader is left to the caller.
     *
     * @throws IllegalArgumentException naming the line and the field, when a line that cannot be read is reached
     * @throws java.io.UncheckedIOException when the text cannot be read
     */
    public Stream<Emitted> read(BufferedReader text) {
        AtomicInteger number = new AtomicInteger();
        return text.lines().flatMap(line -> read(line, number.incrementAndGet()).stream());
    }

    /**
     * The event in one line.
     *
     * @param number the line's number, the first is 1
     * @return empty for a blank line or a remark
     * @throws IllegalArgumentException naming the line and the field, if it cannot be read
     */
    public Optional<Emitted> read(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return Optional.empty();
        }
        try {
            return Optional.of(event(JSON.readTree(line), number));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line %d: not JSON: %s".formatted(number, e.getOriginalMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line %d: %s".formatted(number, e.getMessage()), e);
        }
    }

    private Emitted event(JsonNode json, int number) {
        if (!(json instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("must be a JSON object");
        }
        JsonNode noun = fields.remove("topic");
        Topic<? extends SpecificRecord> topic = noun == null ? null : TOPICS.get(noun.asText());
        if (topic == null) {
            throw new IllegalArgumentException("topic: must be one of %s, was %s".formatted(TOPICS.keySet(), noun));
        }
        if (!fields.has("source")) {
            fields.put("source", source);
        }
        if (!fields.has("eventId")) {
            fields.put("eventId", source + "-" + number);
        }
        return Emitted.of(RecordJson.read(topic.schema(), fields)).orElseThrow();
    }

    private static Map<String, Topic<? extends SpecificRecord>> eventTopics() {
        Map<String, Topic<? extends SpecificRecord>> topics = new LinkedHashMap<>();
        Topics.sources().forEach(topic -> topics.put(topic.noun(), topic));
        return topics;
    }
}
