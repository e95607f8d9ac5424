package io.ringside.topology;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.wire.RegistryUnreachableException;
import io.ringside.schemas.wire.WireFormat;

/** The topology, running. A cluster or registry that is away is waited for; a defect of ours stops it. */
public final class Pipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final CompletableFuture<Throwable> defect = new CompletableFuture<>();

    private Pipeline(KafkaStreams streams) {
        this.streams = streams;
        streams.setUncaughtExceptionHandler(this::respond);
    }

    /**
     * Starts it.
     *
     * @param kafka Kafka Streams' properties, which must name the application and the cluster; they go above ours
     */
    public static Pipeline start(Settings settings, WireFormat wire, Observer observer, Map<String, ?> kafka) {
        Properties properties = properties(kafka);
        Pipeline pipeline = new Pipeline(
                new KafkaStreams(ContactCenterTopology.build(settings, wire, observer, properties), properties));
        pipeline.streams.start();
        return pipeline;
    }

    private static Properties properties(Map<String, ?> kafka) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(StreamsConfig.producerPrefix("linger.ms"), 5);
        properties.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        properties.put(StreamsConfig.mainConsumerPrefix("max.poll.records"), 2_000);
        properties.putAll(kafka);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return properties;
    }

    /** What is away comes back, and a new thread goes on where the last commit was; anything else is ours. */
    private StreamThreadExceptionResponse respond(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnreachableException || cause instanceof RetriableException) {
                LOG.warn("Going on from the last commit with a new thread: {}", cause.getMessage());
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
        }
        LOG.error("Stopped by a defect", error);
        defect.complete(error);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
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

    @Override
    public void close() {
        if (!streams.close(CLOSES_WITHIN)) {
            LOG.warn("Kafka Streams did not close within {} s", CLOSES_WITHIN.toSeconds());
        }
    }
}
