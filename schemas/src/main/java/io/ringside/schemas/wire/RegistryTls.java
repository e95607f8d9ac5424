package io.ringside.schemas.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * TLS towards the registry, configured as Kafka's own is, with {@code schema.registry.} before each name. Kafka's factory
 * reads the stores, so JKS, PKCS12 and PEM all work, and the files that a broker connection uses can be used here.
 */
final class RegistryTls {
    private static final String PREFIX = "schema.registry.";

    private RegistryTls() {}

    /** The configured context; empty where nothing is configured, and the JVM's own trust is meant. */
    static Optional<SSLContext> context(Map<String, ?> config) {
        if (config.keySet().stream().noneMatch(name -> name.startsWith(RegistryConfig.TLS_PREFIX))) {
            return Optional.empty();
        }
        ConfigDef known = new ConfigDef().withClientSslSupport();
        AbstractConfig all = new AbstractConfig(new ConfigDef(), config, false);
        AbstractConfig tls = new AbstractConfig(known, all.originalsWithPrefix(PREFIX), false);
        refuseUncheckedHostNames(tls);
        refuseMissingFile(tls, SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG);
        refuseMissingFile(tls, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(tls.values());
            return Optional.of(factory.sslContext());
        } catch (KafkaException e) {
            ConfigException wrong = new ConfigException(RegistryConfig.TLS_PREFIX + "*: " + e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static void refuseUncheckedHostNames(AbstractConfig tls) {
        String name = SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;
        if (!"https".equalsIgnoreCase(tls.getString(name))) {
            throw new ConfigException(PREFIX + name, tls.getString(name), "must be https: the host's name is checked");
        }
    }

    private static void refuseMissingFile(AbstractConfig tls, String name) {
        String location = tls.getString(name);
        if (location != null && !Files.isReadable(Path.of(location))) {
            throw new ConfigException(PREFIX + name, location, "must be a file that can be read");
        }
    }
}
