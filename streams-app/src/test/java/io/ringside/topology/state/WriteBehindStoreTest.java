package io.ringside.topology.state;

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WriteBehindStoreTest extends ObjectStoreContract<WriteBehindStore<String, StringBuilder>> {
    private static final int CACHED = 3;

    @Override
    StoreBuilder<? extends StateStore> builder() {
        return WriteBehindStoreBuilder.inMemory(NAME, KEYS, VALUES, CACHED)
                .staying((key, value) -> !value.toString().startsWith("done"));
    }

    @Test
    void anObjectThatStaysIsTheSameAfterTheCommit() {
        StringBuilder open = new StringBuilder("open");
        commit(store -> store.put("a", open));
        commit(store -> assertThat(store.get("a").orElseThrow()).isSameAs(open));
    }

    @Test
    void anObjectThatNeedNotStayIsReadAgain() {
        StringBuilder done = new StringBuilder("done");
        commit(store -> {
            store.put("a", done);
            assertThat(store.get("a").orElseThrow()).isSameAs(done);
        });
        commit(store ->
                assertThat(store.get("a").orElseThrow()).isNotSameAs(done).hasToString("done"));
    }

    @Test
    void whatIsWrittenThroughIsWrittenOnce() {
        StringBuilder open = new StringBuilder("open");
        commit(store -> {
            store.put("a", open);
            store.writeThrough("a", open.append(" still"));
            assertThat(store.get("a").orElseThrow()).isSameAs(open);
        });
        assertThat(logged()).isEqualTo(1);
        commit(store -> assertThat(store.get("a").orElseThrow()).isSameAs(open).hasToString("open still"));
    }

    @Test
    void whatWasUsedLongestAgoIsReadAgain() {
        StringBuilder first = new StringBuilder("first");
        commit(store -> {
            store.put("a", first);
            for (int i = 0; i < CACHED; i++) {
                store.put("b" + i, new StringBuilder("later"));
            }
        });
        commit(store ->
                assertThat(store.get("a").orElseThrow()).isNotSameAs(first).hasToString("first"));
    }

    @Test
    void visitsGoRoundAndBeginAnew() {
        commit(store -> {
            for (String key : List.of("a", "b", "c")) {
                store.put(key, new StringBuilder(key));
            }
        });
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            commit(store -> store.visitNext(2, (key, value) -> visited.add(key)));
        }
        assertThat(visited).containsExactly("a", "b", "c", "a", "b");
    }

    @Test
    void aVisitDisplacesNothing() {
        StringBuilder open = new StringBuilder("open");
        commit(store -> {
            store.put("a", open);
            for (String key : List.of("b", "c", "d", "e")) {
                store.put(key, new StringBuilder("done"));
            }
        });
        List<String> visited = new ArrayList<>();
        commit(store -> store.visitNext(10, (key, value) -> visited.add(key)));
        assertThat(visited).containsExactly("a", "b", "c", "d", "e");
        commit(store -> assertThat(store.get("a").orElseThrow()).isSameAs(open));
    }
}
