package io.ringside.schemas.wire;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The registries behind {@code mock://name}. Kafka makes serializers by class name and gives them nothing but
 * configuration, so a name is all that a producer and a consumer in one JVM can share: the one static map of this
 * project, as in Confluent's clients. Code that can pass a {@link SchemaRegistry} along needs no name.
 */
final class MockRegistries {
    static final String SCHEME = "mock://";

    private static final ConcurrentMap<String, SchemaRegistry> BY_NAME = new ConcurrentHashMap<>();

    private MockRegistries() {}

    static SchemaRegistry at(String url) {
        return BY_NAME.computeIfAbsent(url.substring(SCHEME.length()), name -> new InMemorySchemaRegistry());
    }
}
