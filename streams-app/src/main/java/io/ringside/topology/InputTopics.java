package io.ringside.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.AvroDeserializer;
import io.ringside.schemas.wire.SchemaRegistry;

/** The topics that contacts are made of, and how each is decoded. One for each task: decoders keep state. */
final class InputTopics {
    private static final List<Topic<? extends SpecificRecord>> OF_CONTACTS =
            List.of(Topics.CALLS, Topics.CHATS, Topics.TICKETS, Topics.SURVEYS, Topics.HEARTBEATS);

    private final Map<String, AvroDeserializer<? extends SpecificRecord>> decoders = new HashMap<>();

    InputTopics(String prefix, SchemaRegistry registry) {
        OF_CONTACTS.forEach(topic -> decoders.put(topic.name(prefix), new AvroDeserializer<>(registry, topic.value())));
    }

    static Set<String> names(String prefix) {
        return OF_CONTACTS.stream().map(topic -> topic.name(prefix)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Decodes a value.
     *
     * @throws io.ringside.schemas.wire.UndecodableRecordException if these bytes can never be decoded
     * @throws io.ringside.schemas.wire.RegistryException if the registry gives no answer now
     */
    SpecificRecord decode(String topic, byte[] value) {
        return decoders.get(topic).decode(value);
    }
}
