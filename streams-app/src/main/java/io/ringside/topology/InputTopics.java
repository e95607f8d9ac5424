package io.ringside.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.schemas.wire.WireFormat;

/** The topics that are read, and how each is decoded. One for each task: decoders keep state. */
final class InputTopics {
    private static final List<Topic<? extends SpecificRecord>> READ =
            List.of(Topics.CALLS, Topics.CHATS, Topics.TICKETS, Topics.SURVEYS, Topics.AGENTS, Topics.HEARTBEATS);

    private final Map<String, Deserializer<? extends SpecificRecord>> decoders = new HashMap<>();

    InputTopics(String prefix, WireFormat wire) {
        READ.forEach(topic ->
                decoders.put(topic.name(prefix), wire.serde(topic.value()).deserializer()));
    }

    static Set<String> names(String prefix) {
        return READ.stream().map(topic -> topic.name(prefix)).collect(Collectors.toUnmodifiableSet());
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
