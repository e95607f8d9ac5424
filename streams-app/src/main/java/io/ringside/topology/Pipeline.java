package io.ringside.topology;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.wire.WireFormat;

/**
 * The topology, running. Trouble that passes is waited for, and a new thread goes on from the last commit; a defect of ours stops it.
 */
public final class Pipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    /** Milliseconds. Live figures are committed as soon as they are stated; the rarer, the faster a backlog is done. */
    private static final int COMMITS_AT_LEAST_EVERY = 1_000;

    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final Patience patience;
    private final CompletableFuture<Throwable> defect = new CompletableFuture<>();

    private Pipeline(KafkaStreams streams, Patience patience) {
        this.streams = streams;
        this.patience = patience;
        streams.setUncaughtExceptionHandler(this::respond);
        streams.setStateListener(this::turned);
    }

    /**
     * Starts it.
     *
     * @param kafka Kafka Streams' properties, which must name the application and the cluster; they go above ours
     * @param patience waits until trouble has passed; closed with the pipeline
     */
    public static Pipeline start(
            Settings settings, WireFormat wire, Observer observer, Map<String, ?> kafka, Patience patience) {
        Properties properties = properties(kafka);
        Pipeline pipeline = new Pipeline(
                new KafkaStreams(
                        ContactCenterTopology.build(settings, wire, observer, properties, patience), properties),
                patience);
        pipeline.streams.start();
        return pipeline;
    }

    /** Ours, with those given above them; exactly-once above all. */
    static Properties properties(Map<String, ?> kafka) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMITS_AT_LEAST_EVERY);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        // Every commit sends what waits; until then, larger batches cost less.
        properties.put(StreamsConfig.producerPrefix("linger.ms"), 100);
        properties.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        properties.put(StreamsConfig.producerPrefix("batch.size"), 128 << 10);
        properties.put(StreamsConfig.mainConsumerPrefix("max.poll.records"), 2_000);
        properties.putAll(kafka);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return properties;
    }

    private void turned(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            LOG.info("The pipeline runs");
        } else if (now == KafkaStreams.State.REBALANCING && before == KafkaStreams.State.RUNNING) {
            LOG.info("The pipeline's tasks are handed out anew");
        } else if (now == KafkaStreams.State.ERROR && !defect.isDone()) {
            LOG.error("Kafka Streams has stopped by an error of its own");
            defect.complete(new IllegalStateException("Kafka Streams has stopped by an error of its own"));
        }
    }

    /** Called by a stream thread as its last deed; its tasks wait with it. */
    private StreamThreadExceptionResponse respond(Throwable error) {
        Optional<Throwable> passing = PassingTrouble.in(error);
        if (passing.isEmpty()) {
            LOG.error("Stopped by a defect", error);
            defect.complete(error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        // Kafka Streams has the thread end by the exception all the same, and the JVM would print what has been said.
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, said) -> LOG.debug("{} has ended", thread.getName()));
        LOG.warn("The pipeline is interrupted, and will go on from its last commit: {}", inOneLine(passing.get()));
        try {
            patience.await(passing.get());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        } catch (RuntimeException e) {
            LOG.error("Stopped, as what was waited for will not come", e);
            defect.complete(e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
    }

    private static String inOneLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse("");
    }

    /** Completes with the first cause if the pipeline stops by a defect. */
    public CompletableFuture<Throwable> defect() {
        return defect;
    }

    /** Whether every task runs: state is restored, and records are being processed. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What it is doing, in Kafka Streams' words. */
    public String state() {
        return streams.state().name().toLowerCase(Locale.ROOT);
    }

    public KafkaStreams streams() {
        return streams;
    }

    /** Threads that wait are let go once it is known why: else their end would pass for a failure. */
    @Override
    public void close() {
        end(Duration.ZERO);
        patience.close();
        if (!end(CLOSES_WITHIN)) {
            LOG.warn("Kafka Streams did not close within {} s", CLOSES_WITHIN.toSeconds());
        }
    }

    /** Leaves the group. Kafka Streams would else be missed only after its session, and its partitions stand still until then. */
    private boolean end(Duration within) {
        return streams.close(
                CloseOptions.timeout(within).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
