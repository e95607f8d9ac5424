package io.ringside.producers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.Topic;

/**
 * Sends events to Kafka, each once and in order per key, through restarts of the brokers.
 *
 * <p>A record's own timestamp is when it was sent, not when the event happened: retention and the broker's bounds on timestamps go by it, and a
 * replayed year must not be deleted on arrival. When the event happened stands in the event.
 *
 * <p>Any thread may publish. A failed delivery is fatal: it is logged at once, and thrown by the next call.
 */
public final class Publisher implements Consumer<Emitted>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    /** How long a broker may be away before a record counts as lost. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Producer<String, SpecificRecord> producer;
    private final String prefix;
    private final AtomicReference<PublishingFailed> failure = new AtomicReference<>();
    private final AtomicLong delivered = new AtomicLong();

    /**
     * @param client how to reach the cluster, under Kafka's property names; what is set there wins over the defaults here
     * @param values makes the bytes of a value; configured already, closed with this publisher
     * @param prefix what topic names begin with
     */
    public Publisher(Map<String, ?> client, Serializer<SpecificRecord> values, String prefix) {
        this(new KafkaProducer<>(withDefaults(client), new StringSerializer(), values), prefix);
    }

    Publisher(Producer<String, SpecificRecord> producer, String prefix) {
        this.producer = producer;
        this.prefix = prefix;
    }

    /**
     * Sends an event. Returns before it is delivered; blocks while too much is under way.
     *
     * @throws PublishingFailed if this event cannot be sent or an earlier one could not be delivered
     */
    @Override
    public void accept(Emitted event) {
        send(new ProducerRecord<>(event.topic().name(prefix), event.key(), event.value()));
    }

    /**
     * Sends one record to each partition of a topic, without a key.
     *
     * @throws PublishingFailed as {@link #accept}
     */
    public <V extends SpecificRecord> void toEveryPartition(Topic<V> topic, V value) {
        String name = topic.name(prefix);
        producer.partitionsFor(name).forEach(at -> send(new ProducerRecord<>(name, at.partition(), null, value)));
    }

    /**
     * Waits until everything sent so far is delivered.
     *
     * @throws PublishingFailed if something could not be delivered
     */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    /** How many records the brokers have acknowledged. */
    public long delivered() {
        return delivered.get();
    }

    /**
     * Waits until everything is delivered and lets go of the connections.
     *
     * @throws PublishingFailed if something could not be delivered
     */
    @Override
    public void close() {
        producer.close();
        throwFailure();
    }

    private void send(ProducerRecord<String, SpecificRecord> record) {
        throwFailure();
        try {
            var unused = producer.send(record, (at, error) -> acknowledged(record.topic(), error));
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            acknowledged(record.topic(), e);
            throwFailure();
        }
    }

    private void acknowledged(String topic, Exception error) {
        if (error == null) {
            delivered.incrementAndGet();
            return;
        }
        PublishingFailed failed = PublishingFailed.because("an event for " + topic + " was not delivered", error);
        if (failure.compareAndSet(null, failed)) {
            LOG.error("Publishing stops: {}", failed.getMessage());
        }
    }

    private void throwFailure() {
        PublishingFailed failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static Map<String, Object> withDefaults(Map<String, ?> client) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putAll(client);
        return config;
    }
}
