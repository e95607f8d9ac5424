package io.ringside.schemas.wire;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InMemorySchemaRegistryTest extends SchemaRegistryContract {
    private final SchemaRegistry registry = SchemaRegistry.inMemory();

    @Override
    SchemaRegistry registry() {
        return registry;
    }

    @Test
    void oneNameIsOneRegistryInTheWholeJvm() {
        int id = SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://one-name"))
                .register(SUBJECT, FIRST);

        assertThat(SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://one-name"))
                        .schema(id))
                .contains(FIRST);
        assertThat(SchemaRegistry.connect(Map.of(RegistryConfig.URL, "mock://another-name"))
                        .schema(id))
                .isEmpty();
    }
}
