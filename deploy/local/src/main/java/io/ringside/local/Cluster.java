package io.ringside.local;

import java.util.HashMap;
import java.util.Map;

import io.ringside.config.KafkaSettings;
import io.ringside.producers.Publisher;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topics;

/** A Kafka cluster with its registry, as configured, for those who publish to it. */
record Cluster(KafkaSettings settings) {
    private static final String SAY_SO_AFTER_MILLIS = "5000";

    /** Creates what topics are missing; waits for a cluster that cannot be reached yet, and says so within a few seconds. */
    void createTopics() throws InterruptedException {
        Map<String, String> client = client();
        client.put("request.timeout.ms", SAY_SO_AFTER_MILLIS);
        client.put("default.api.timeout.ms", SAY_SO_AFTER_MILLIS);
        new MissingTopics(settings.topicPrefix(), settings.partitions()).create(client, Topics.all());
    }

    Publisher publisher() {
        return new Publisher(clientAndRegistry(), settings.topicPrefix());
    }

    /** A publisher of events that are played in afterwards. */
    Publisher replayer() {
        return Publisher.ofReplay(clientAndRegistry(), settings.topicPrefix());
    }

    private Map<String, String> clientAndRegistry() {
        Map<String, String> client = client();
        client.putAll(settings.registry());
        return client;
    }

    private Map<String, String> client() {
        Map<String, String> client = new HashMap<>(settings.properties());
        client.put("bootstrap.servers", settings.bootstrapServers());
        return client;
    }
}
