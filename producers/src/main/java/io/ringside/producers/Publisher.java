package io.ringside.producers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.BackOff;
import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.AvroSerializer;
import io.ringside.schemas.wire.RegistryUnreachableException;

/**
 * Sends events to Kafka, each once and in order per key, through restarts of the brokers.
 *
 * <p>A record's own timestamp is when it was sent, not when the event happened: retention and the broker's bounds on timestamps go by it, and a
 * replayed year must not be deleted on arrival. When the event happened stands in the event.
 *
 * <p>Any thread may publish. A broker or registry that is away is waited for. A failed delivery is fatal: it is logged at once, and thrown by the next call.
 */
public final class Publisher implements Consumer<Emitted>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    /** How long a broker may be away before a record counts as lost. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** How long closing waits for what is under way. */
    private static final Duration PARTING = Duration.ofSeconds(20);

    private final Producer<String, SpecificRecord> producer;
    private final String prefix;
    private final BackOff.Sleeper sleeper;
    private final boolean replays;
    private final AtomicReference<PublishingFailed> failure = new AtomicReference<>();
    private final AtomicLong delivered = new AtomicLong();
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

    /**
     * @param client how to reach the cluster and the schema registry, under Kafka's and Confluent's property names; what is set there wins
     *     over the defaults here
     * @param prefix what topic names begin with
     */
    public Publisher(Map<String, ?> client, String prefix) {
        this(connected(client), prefix, BackOff.Sleeper.REAL, false);
    }

    /** A publisher of events that are played in afterwards: each record says so. */
    public static Publisher ofReplay(Map<String, ?> client, String prefix) {
        return new Publisher(connected(client), prefix, BackOff.Sleeper.REAL, true);
    }

    Publisher(Producer<String, SpecificRecord> producer, String prefix, BackOff.Sleeper sleeper, boolean replays) {
        this.producer = producer;
        this.prefix = prefix;
        this.sleeper = sleeper;
        this.replays = replays;
    }

    private static Producer<String, SpecificRecord> connected(Map<String, ?> client) {
        return new KafkaProducer<>(withDefaults(client), new StringSerializer(), values(client));
    }

    /**
     * Sends an event. Returns before it is delivered; blocks while too much is under way or the brokers are away.
     *
     * @throws PublishingFailed if this event cannot be sent or an earlier one could not be delivered
     */
    @Override
    public void accept(Emitted event) {
        ProducerRecord<String, SpecificRecord> record =
                new ProducerRecord<>(event.topic().name(prefix), event.key(), event.value());
        if (replays) {
            ReplayMark.put(record.headers());
        }
        send(record);
    }

    /**
     * Tells every partition that time has come to a moment: after all that was sent before is delivered, and with how far
     * that reaches.
     *
     * @throws PublishingFailed as {@link #accept}
     */
    public void tell(Heartbeat time) {
        flush();
        String name = Topics.HEARTBEATS.name(prefix);
        producer.partitionsFor(name).forEach(at -> {
            Heartbeat here =
                    Heartbeat.newBuilder(time).setEnds(endsOf(at.partition())).build();
            send(new ProducerRecord<>(name, at.partition(), null, here));
        });
    }

    /** Where what was delivered ends, by the names of topics. */
    private Map<String, Long> endsOf(int partition) {
        Map<String, Long> here = new HashMap<>();
        ends.forEach((at, end) -> {
            if (at.partition() == partition) {
                here.put(at.topic(), end);
            }
        });
        return here;
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
     * Waits a while until everything is delivered, and lets go of the connections. Whoever wants to wait as long as it takes calls {@link #flush()} before.
     *
     * @throws PublishingFailed if something could not be delivered
     */
    @Override
    public void close() {
        producer.close(PARTING);
        throwFailure();
    }

    private void send(ProducerRecord<String, SpecificRecord> record) {
        BackOff backOff = new BackOff(sleeper);
        throwFailure();
        while (!sent(record, backOff)) {
            throwFailure();
        }
    }

    private boolean sent(ProducerRecord<String, SpecificRecord> record, BackOff backOff) {
        try {
            var unused = producer.send(record, (at, error) -> {
                if (error == null && at.hasOffset()) {
                    ends.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
                }
                acknowledged(record.topic(), error);
            });
            return true;
        } catch (RegistryUnreachableException e) {
            awaitRegistry(e, backOff);
            return false;
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            acknowledged(record.topic(), e);
            return false;
        }
    }

    private void awaitRegistry(RegistryUnreachableException away, BackOff backOff) {
        if (backOff.unused()) {
            LOG.warn("The schema registry cannot be reached, trying again: {}", away.getMessage());
        }
        try {
            backOff.pause();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
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

    private static Serializer<SpecificRecord> values(Map<String, ?> client) {
        Serializer<SpecificRecord> values = new AvroSerializer<>();
        values.configure(client, false);
        return values;
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
