package io.ringside.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The properties of Kafka Streams and its clients, as far as they can be told right from wrong. */
final class KafkaProperties {
    private static final Map<String, String> SET_ELSEWHERE = Map.of(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "is set by kafka.bootstrapServers",
            StreamsConfig.APPLICATION_ID_CONFIG, "is set by kafka.applicationId",
            StreamsConfig.REPLICATION_FACTOR_CONFIG, "is set by kafka.replicationFactor",
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "is always exactly_once_v2");

    private static final Set<String> KNOWN = known();

    private KafkaProperties() {}

    /**
     * What is wrong with a property of this name, if anything. Plug-ins read properties of their own, so an unknown name
     * is a mistake only when it is a slip away from a known one.
     */
    static Optional<String> complaint(String name) {
        String bare = name.replaceFirst(
                "^(main\\.consumer|restore\\.consumer|global\\.consumer|consumer|producer|admin)\\.", "");
        if (SET_ELSEWHERE.containsKey(bare)) {
            return Optional.of(SET_ELSEWHERE.get(bare));
        }
        if (KNOWN.contains(bare)) {
            return Optional.empty();
        }
        return Suggestion.ofSlip(bare, KNOWN).map(meant -> "unknown key, did you mean " + meant + "?");
    }

    private static Set<String> known() {
        Set<String> names = new TreeSet<>(StreamsConfig.configDef().names());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        return names;
    }
}
