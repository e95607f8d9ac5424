package io.ringside.local;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.ringside.producers.Emitted;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.wire.AvroSerializer;
import io.ringside.schemas.wire.SchemaRegistry;

/** A telephone system whose events have a field more than the app knows of, and so a schema of their own. */
final class NewerSource implements AutoCloseable {
    private static final byte NULL = 0;
    private static final int ID_AT = 1;

    private final AvroSerializer<CallEvent> values;
    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final int schemaId;

    /** Registers the schema; later the registry is not needed any more. */
    NewerSource(Map<String, String> client, String prefix) {
        SchemaRegistry registry = SchemaRegistry.connect(client);
        topic = Topics.CALLS.name(prefix);
        String subject = SchemaRegistry.subject(topic, false);
        schemaId = registry.register(subject, withOneMoreField(CallEvent.getClassSchema()));
        var unused = registry.register(subject, CallEvent.getClassSchema());
        values = new AvroSerializer<>(registry);
        producer = new KafkaProducer<>(Map.copyOf(client), new StringSerializer(), new ByteArraySerializer());
    }

    void send(List<Emitted> calls) {
        for (Emitted call : calls) {
            byte[] known = values.serialize(topic, (CallEvent) call.value());
            byte[] newer = ByteBuffer.allocate(known.length + 1)
                    .put(known)
                    .put(NULL) // the field more
                    .putInt(ID_AT, schemaId)
                    .array();
            var unused = producer.send(new ProducerRecord<>(topic, call.key(), newer));
        }
        producer.flush();
    }

    private static Schema withOneMoreField(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field("mood", text, "How the caller sounds.", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    @Override
    public void close() {
        producer.close();
    }
}
