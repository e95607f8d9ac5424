package io.ringside.schemas.wire;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

/**
 * What can be configured about the wire format, under Confluent's property names. A Confluent property that would change
 * what is written, and that we do not have, is refused and not ignored.
 */
public final class RegistryConfig {
    /** Addresses of one registry, comma-separated: the first that answers is used. Or {@code mock://name}. */
    public static final String URL = "schema.registry.url";

    /** {@code URL}, for user:password in the address, or {@code USER_INFO}. */
    public static final String BASIC_AUTH_SOURCE = "basic.auth.credentials.source";

    /** user:password, for {@code USER_INFO}. */
    public static final String BASIC_AUTH_USER_INFO = "basic.auth.user.info";

    /** Whether a serializer registers its schema; else it must be registered. True unless said otherwise. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** The class to read values into; unless said, the one that the writer's schema names. */
    public static final String VALUE_TYPE = "specific.avro.value.type";

    /** The class to read keys into; unless said, the one that the writer's schema names. */
    public static final String KEY_TYPE = "specific.avro.key.type";

    /** How long a connection may take to make, in milliseconds. */
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";

    /** How long an answer may take, in milliseconds. */
    public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";

    /** How often all addresses are tried again before the registry counts as unreachable. */
    public static final String MAX_RETRIES = "max.retries";

    /** The wait before the first retry, in milliseconds; it doubles from retry to retry. */
    public static final String RETRY_WAIT_MS = "retries.wait.ms";

    /** The longest wait before a retry, in milliseconds. */
    public static final String RETRY_MAX_WAIT_MS = "retries.max.wait.ms";

    /** How long an id that the registry did not have is not asked for again, in seconds. */
    public static final String MISSING_ID_TTL_SECONDS = "missing.id.cache.ttl.sec";

    /** What the properties of TLS begin with, for example {@code schema.registry.ssl.truststore.location}. */
    public static final String TLS_PREFIX = "schema.registry.ssl.";

    private static final String SPECIFIC_READER = "specific.avro.reader";
    private static final String USE_LATEST = "use.latest.version";
    private static final List<String> NAME_STRATEGIES =
            List.of("key.subject.name.strategy", "value.subject.name.strategy");

    private static final ConfigDef KNOWN = new ConfigDef()
            .define(URL, ConfigDef.Type.LIST, List.of(), Importance.HIGH, "")
            .define(BASIC_AUTH_SOURCE, ConfigDef.Type.STRING, "URL", Importance.MEDIUM, "")
            .define(BASIC_AUTH_USER_INFO, ConfigDef.Type.PASSWORD, null, Importance.MEDIUM, "")
            .define(AUTO_REGISTER, ConfigDef.Type.BOOLEAN, true, Importance.MEDIUM, "")
            .define(VALUE_TYPE, ConfigDef.Type.CLASS, null, Importance.MEDIUM, "")
            .define(KEY_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "")
            .define(SPECIFIC_READER, ConfigDef.Type.BOOLEAN, true, Importance.LOW, "")
            .define(USE_LATEST, ConfigDef.Type.BOOLEAN, false, Importance.LOW, "")
            .define(NAME_STRATEGIES.get(0), ConfigDef.Type.STRING, "TopicNameStrategy", Importance.LOW, "")
            .define(NAME_STRATEGIES.get(1), ConfigDef.Type.STRING, "TopicNameStrategy", Importance.LOW, "")
            .define(CONNECT_TIMEOUT_MS, ConfigDef.Type.INT, 5_000, atLeast(1), Importance.LOW, "")
            .define(READ_TIMEOUT_MS, ConfigDef.Type.INT, 10_000, atLeast(1), Importance.LOW, "")
            .define(MAX_RETRIES, ConfigDef.Type.INT, 3, atLeast(0), Importance.LOW, "")
            .define(RETRY_WAIT_MS, ConfigDef.Type.INT, 200, atLeast(1), Importance.LOW, "")
            .define(RETRY_MAX_WAIT_MS, ConfigDef.Type.INT, 2_000, atLeast(1), Importance.LOW, "")
            .define(MISSING_ID_TTL_SECONDS, ConfigDef.Type.INT, 10, atLeast(0), Importance.LOW, "");

    private final Map<String, ?> originals;
    private final AbstractConfig values;

    /** @throws ConfigException if a property has a value that cannot be */
    RegistryConfig(Map<String, ?> config) {
        originals = config;
        values = new AbstractConfig(KNOWN, config, false);
        refuseUnless(!values.getBoolean(USE_LATEST), USE_LATEST, "records are written with the schema of their class");
        refuseUnless(values.getBoolean(SPECIFIC_READER), SPECIFIC_READER, "records are read into generated classes");
        for (String strategy : NAME_STRATEGIES) {
            refuseUnless(
                    values.getString(strategy).endsWith("TopicNameStrategy"), strategy, "subjects are named by topic");
        }
    }

    boolean autoRegister() {
        return values.getBoolean(AUTO_REGISTER);
    }

    @SuppressWarnings("unchecked")
    <T extends SpecificRecord> Optional<Class<T>> type(boolean key) {
        String property = key ? KEY_TYPE : VALUE_TYPE;
        Class<?> type = values.getClass(property);
        if (type != null && !SpecificRecord.class.isAssignableFrom(type)) {
            throw new ConfigException(property, type.getName(), "must be a class generated by Avro");
        }
        return Optional.ofNullable((Class<T>) type);
    }

    SchemaRegistry registry() {
        List<String> urls = values.getList(URL);
        if (urls.size() == 1 && urls.get(0).startsWith(MockRegistries.SCHEME)) {
            return MockRegistries.at(urls.get(0));
        }
        List<RegistryEndpoint> endpoints = RegistryEndpoint.all(urls, userInfo());
        Retries retries = new Retries(
                values.getInt(MAX_RETRIES), millis(RETRY_WAIT_MS), millis(RETRY_MAX_WAIT_MS), Retries.SLEEPING);
        RegistryTransport transport = new RegistryTransport(endpoints, client(), millis(READ_TIMEOUT_MS), retries);
        return new CachingSchemaRegistry(
                new HttpSchemaRegistry(transport),
                Duration.ofSeconds(values.getInt(MISSING_ID_TTL_SECONDS)),
                Clock.systemUTC());
    }

    private HttpClient client() {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER) // credentials go where they were meant to go, and nowhere else
                .connectTimeout(millis(CONNECT_TIMEOUT_MS));
        RegistryTls.context(originals).ifPresent(client::sslContext);
        return client.build();
    }

    /** user:password for every address, where the configuration and not the address says it. */
    private Optional<String> userInfo() {
        String source = values.getString(BASIC_AUTH_SOURCE);
        return switch (source) {
            case "URL" -> Optional.empty();
            case "USER_INFO" ->
                Optional.ofNullable(values.getPassword(BASIC_AUTH_USER_INFO))
                        .map(password -> password.value())
                        .filter(info -> info.contains(":"))
                        .or(() -> {
                            throw new ConfigException(BASIC_AUTH_USER_INFO + " must be user:password, as "
                                    + BASIC_AUTH_SOURCE + " is USER_INFO");
                        });
            default -> throw new ConfigException(BASIC_AUTH_SOURCE, source, "must be URL or USER_INFO");
        };
    }

    private Duration millis(String property) {
        return Duration.ofMillis(values.getInt(property));
    }

    private void refuseUnless(boolean fine, String property, String why) {
        if (!fine) {
            throw new ConfigException(property, originals.get(property), "not supported: " + why);
        }
    }
}
