package io.ringside.topology.state;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentStoreTest extends ObjectStoreContract<ResidentStore<String, StringBuilder>> {
    @Override
    StoreBuilder<? extends StateStore> builder() {
        return new ResidentStoreBuilder<>(NAME, KEYS, VALUES);
    }

    @Test
    void whatComesAndGoesBetweenTwoCommitsIsNeverWritten() {
        commit(store -> {
            store.put("a", new StringBuilder("one"));
            store.remove("a");
        });
        assertThat(logged()).isZero();
        commit(store -> assertThat(store.get("a")).isEmpty());
    }
}
