package io.ringside.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

import io.ringside.schemas.wire.RegistryConfig;
import io.ringside.schemas.wire.WireFormat;

/**
 * The properties of Kafka Streams, its clients and the registry's, as far as right can be told from wrong. Plug-ins read
 * properties of their own, so an unknown name is a mistake only when it is one slip away from a known one.
 */
final class KafkaProperties {
    private static final Map<String, String> SET_ELSEWHERE = Map.of(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "is set by kafka.bootstrapServers",
            StreamsConfig.APPLICATION_ID_CONFIG, "is set by kafka.applicationId",
            StreamsConfig.REPLICATION_FACTOR_CONFIG, "is set by kafka.replicationFactor",
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "is always exactly_once_v2");

    private static final Map<String, ConfigKey> KAFKA = keys(
            ProducerConfig.configDef(),
            AdminClientConfig.configDef(),
            ConsumerConfig.configDef(),
            StreamsConfig.configDef());

    private static final Set<String> REGISTRY = Stream.concat(
                    Stream.of(
                            WireFormat.PROPERTY,
                            RegistryConfig.URL,
                            RegistryConfig.BASIC_AUTH_SOURCE,
                            RegistryConfig.BASIC_AUTH_USER_INFO,
                            RegistryConfig.AUTO_REGISTER,
                            RegistryConfig.CONNECT_TIMEOUT_MS,
                            RegistryConfig.READ_TIMEOUT_MS,
                            RegistryConfig.MAX_RETRIES,
                            RegistryConfig.RETRY_WAIT_MS,
                            RegistryConfig.RETRY_MAX_WAIT_MS,
                            RegistryConfig.MISSING_ID_TTL_SECONDS),
                    keys(new ConfigDef().withClientSslSupport()).keySet().stream()
                            .map(name -> "schema.registry." + name))
            .collect(Collectors.toUnmodifiableSet());

    private KafkaProperties() {}

    /** What is wrong with a property for Kafka Streams or a client of it, if anything. */
    static Optional<String> complaint(String name, String value) {
        String bare = name.replaceFirst("^((main\\.|restore\\.|global\\.)?consumer|producer|admin)\\.", "");
        if (SET_ELSEWHERE.containsKey(bare)) {
            return Optional.of(SET_ELSEWHERE.get(bare));
        }
        ConfigKey known = KAFKA.get(bare);
        return known == null ? slip(bare, KAFKA.keySet()) : refusal(known, value);
    }

    /** What is wrong with a property for the registry's client, if anything. */
    static Optional<String> registryComplaint(String name) {
        return slip(name, REGISTRY);
    }

    private static Optional<String> slip(String name, Set<String> known) {
        return known.contains(name)
                ? Optional.empty()
                : Suggestion.ofSlip(name, known).map(meant -> "unknown key, did you mean " + meant + "?");
    }

    /** What Kafka says to a value. Classes are left to it: it knows where to load them from. */
    private static Optional<String> refusal(ConfigKey key, String value) {
        if (key.type() == ConfigDef.Type.CLASS || key.type() == ConfigDef.Type.LIST) {
            return Optional.empty();
        }
        try {
            Object parsed = ConfigDef.parseType(key.name, value, key.type());
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
            return Optional.empty();
        } catch (ConfigException refused) {
            return Optional.of("is refused by Kafka: " + Shown.onOneLine(refused.getMessage()));
        }
    }

    private static Map<String, ConfigKey> keys(ConfigDef... definitions) {
        Map<String, ConfigKey> keys = new HashMap<>();
        Stream.of(definitions).forEach(definition -> keys.putAll(definition.configKeys()));
        return Map.copyOf(keys);
    }
}
