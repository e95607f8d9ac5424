package io.ringside.local.score;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.ringside.config.Configuration;
import io.ringside.config.KafkaSettings;
import io.ringside.config.WebSettings;
import io.ringside.local.EmbeddedBroker;
import io.ringside.local.StateFolder;
import io.ringside.producers.Publisher;
import io.ringside.schemas.Topics;
import io.ringside.schemas.wire.AvroDeserializer;

/**
 * The cluster and the registry of one scoring, and how to reach them.
 *
 * @param kafka the app's settings for them, in place of the user's, whose cluster is another
 */
record ScoringSite(KafkaSettings kafka) {
    private static final int PARTITIONS = 4;

    static ScoringSite of(EmbeddedBroker broker, StateFolder state) {
        return new ScoringSite(new KafkaSettings(
                broker.bootstrapServers(),
                "ringside-score",
                Topics.DEFAULT_PREFIX,
                PARTITIONS,
                Topics.usualSources(),
                (short) 1,
                streams(state),
                Map.of("schema.registry.url", "mock://score-" + UUID.randomUUID())));
    }

    /** Nobody takes over from this app, so it may be silent while it closes all windows of a log at once. */
    private static Map<String, String> streams(StateFolder state) {
        String silence = Long.toString(Standstill.LONGEST_SILENCE.toMillis());
        return Map.of(
                "state.dir",
                state.resolve("app").toString(),
                "num.standby.replicas",
                "0",
                "producer.transaction.timeout.ms",
                silence,
                "main.consumer.max.poll.interval.ms",
                silence);
    }

    /** What the user wants, at this site. */
    Configuration configure(Configuration wanted) {
        return new Configuration(
                kafka,
                wanted.time(),
                wanted.windows(),
                wanted.contacts(),
                wanted.alerts(),
                new WebSettings("127.0.0.1", 0),
                wanted.prometheus(),
                wanted.settings());
    }

    String prefix() {
        return kafka.topicPrefix();
    }

    Publisher publisher() {
        Map<String, Object> client = new HashMap<>(client());
        client.putAll(kafka.registry());
        return Publisher.ofReplay(client, prefix());
    }

    Admin admin() {
        return Admin.create(client());
    }

    /** Reads committed records only, whatever class they are of. */
    KafkaConsumer<String, SpecificRecord> consumer() {
        AvroDeserializer<SpecificRecord> values = new AvroDeserializer<>();
        values.configure(kafka.registry(), false);
        Map<String, Object> config = new HashMap<>(client());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return new KafkaConsumer<>(config, new StringDeserializer(), values);
    }

    private Map<String, Object> client() {
        return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    }
}
