package io.ringside.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.schemas.wire.WireFormat;

/** The topics that are read, and how each is decoded. One for each task: decoders keep state. */
final class InputTopics {
    private final Map<String, Deserializer<? extends SpecificRecord>> decoders = new HashMap<>();

    InputTopics(Settings settings, WireFormat wire) {
        read(settings)
                .forEach(topic -> decoders.put(
                        topic.name(settings.topicPrefix()),
                        wire.serde(topic.value()).deserializer()));
    }

    /** The topics of events that one contact or agent is in, with heartbeats. */
    static Set<String> names(Settings settings) {
        return names(settings, Stream.concat(ofContacts(settings), Stream.of(Topics.HEARTBEATS)));
    }

    /** The topics of events that one contact or agent is in. */
    static Set<String> namesOfContacts(Settings settings) {
        return names(settings, ofContacts(settings));
    }

    /** All topics of events, without heartbeats. */
    static Set<String> sourceNames(Settings settings) {
        return names(settings, settings.sources().stream());
    }

    private static Set<String> names(Settings settings, Stream<Topic<? extends SpecificRecord>> topics) {
        return topics.map(topic -> topic.name(settings.topicPrefix())).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Topic<? extends SpecificRecord>> ofContacts(Settings settings) {
        return settings.sources().stream().filter(topic -> !topic.equals(Topics.QUEUE_SNAPSHOTS));
    }

    private static Stream<Topic<? extends SpecificRecord>> read(Settings settings) {
        return Stream.concat(settings.sources().stream(), Stream.of(Topics.HEARTBEATS));
    }

    /**
     * Decodes a value.
     *
     * @throws UndecodableRecordException if these bytes can never be decoded
     * @throws io.ringside.schemas.wire.RegistryException if the registry gives no answer now
     */
    SpecificRecord decode(String topic, byte[] value) {
        if (value == null) {
            throw new UndecodableRecordException(UndecodableRecordException.Reason.NO_VALUE, "the record has no value");
        }
        return decoders.get(topic).deserialize(topic, value);
    }
}
