package io.ringside.topology;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.wire.WireFormat;

/**
 * Writes the wall clock to every partition, so that time passes in the log: for a quiet partition as for a busy one, and
 * after whatever stood in the log before. Several instances may do so at once; the latest word counts.
 */
public final class Heartbeats implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private final KafkaProducer<byte[], Heartbeat> producer;
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    private final ScheduledExecutorService timer;
    private final String topic;
    private final int partitions;
    private final Clock clock;
    private volatile Optional<String> trouble = Optional.empty();

    private Heartbeats(KafkaProducer<byte[], Heartbeat> producer, Admin admin, Settings settings, Clock clock) {
        this.producer = producer;
        this.admin = admin;
        this.topic = Topics.HEARTBEATS.name(settings.topicPrefix());
        this.partitions = settings.partitions();
        this.clock = clock;
        for (String source : InputTopics.sourceNames(settings)) {
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(new TopicPartition(source, partition), OffsetSpec.latest());
            }
        }
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "heartbeats");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts writing.
     *
     * @param client how to reach the cluster, under Kafka's property names
     */
    public static Heartbeats start(
            Map<String, ?> client, WireFormat wire, Settings settings, Duration every, Clock clock) {
        Map<String, Object> config = new HashMap<>(client);
        // An old heartbeat is worth nothing: it is given up rather than sent late.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // The latest word counts, so a beat may come twice or never, and there is no sequence of them to lose the
        // thread of.
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        KafkaProducer<byte[], Heartbeat> producer = new KafkaProducer<>(
                config, new ByteArraySerializer(), wire.serde(Heartbeat.class).serializer());
        Map<String, Object> asking = new HashMap<>(client);
        asking.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        asking.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        Heartbeats heartbeats = new Heartbeats(producer, Admin.create(asking), settings, clock);
        heartbeats.begin(every);
        return heartbeats;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // beats report for themselves; the timer ends with close
    private void begin(Duration every) {
        timer.scheduleAtFixedRate(this::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks how far the topics reach after looking at the clock: whatever was there at that time is in. */
    private void beat() {
        try {
            Instant now = clock.instant();
            Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                            ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get();
            for (int partition = 0; partition < partitions; partition++) {
                send(new Heartbeat(now, "ringside", false, endsOf(partition, found)), partition);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            report(e.getCause());
        } catch (RuntimeException e) {
            // A timer that throws is never run again; the next beat may get through.
            report(e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback reports what became of it
    private void send(Heartbeat heartbeat, int partition) {
        producer.send(new ProducerRecord<>(topic, partition, null, heartbeat), (at, error) -> report(error));
    }

    private static Map<String, Long> endsOf(int partition, Map<TopicPartition, ListOffsetsResultInfo> found) {
        Map<String, Long> here = new HashMap<>();
        found.forEach((at, end) -> {
            if (at.partition() == partition) {
                here.put(at.topic(), end.offset());
            }
        });
        return here;
    }

    /** Callbacks of one beat may differ, and come from another thread than the next beat's failure. */
    private synchronized void report(Throwable error) {
        if (error == null) {
            if (trouble.isPresent()) {
                LOG.info("Kafka takes heartbeats again: time goes on");
            }
            trouble = Optional.empty();
        } else if (trouble.isEmpty()) {
            String why = error instanceof TimeoutException ? "no answer in time" : error.getMessage();
            trouble = Optional.of("Kafka takes no heartbeats since " + clock.instant() + ": " + why);
            LOG.warn("Kafka takes no heartbeats, so the figures stand still: {}", why);
        }
    }

    /** Why time does not go on, for a person; empty while it does. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ZERO);
        producer.close(Duration.ofSeconds(2));
    }
}
